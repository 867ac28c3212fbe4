// The invented people of the demo, by their fixed ids.
const id = (n) => `d${String(n).padStart(31, '0')}`;

export const SAMIRA = { id: id(1), name: 'Samira El Amrani' };
export const HENK = { id: id(2), name: 'Henk de Vries' };
export const YONAS = { id: id(3), name: 'Yonas Tesfay' };
export const RIA = { id: id(4), name: 'Ria Bakker' };
export const FATMA = { id: id(11), name: 'Fatma Yıldız' };
/** Caseworkers of the teams Poort, Werk & Participatie and Inkomen. */
export const MARIEKE = { id: id(21), name: 'Marieke Jansen', staff: true };
export const DAAN = { id: id(22), name: 'Daan Visser', staff: true };
export const ILSE = { id: id(23), name: 'Ilse Smit', staff: true };
/** The coordinator. */
export const PETRA = { id: id(31), name: 'Petra de Groot', staff: true };
/** The application manager. */
export const KOEN = { id: id(41), name: 'Koen Peters', staff: true };

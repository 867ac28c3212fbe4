// The people of the demo's sign-in page (server/service/src/demo/people.rs), as a provider knows them.

/** The first numbers of the test range 9999xxxxx that pass the eleven-test (elfproef). */
function testNumbers(count) {
  const found = [];
  for (let n = 0; found.length < count; n++) {
    const bsn = `9999${String(n).padStart(5, '0')}`;
    const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((total, weight, at) => total + weight * Number(bsn[at]), 0);
    if (sum % 11 === 0) found.push(bsn);
  }
  return found;
}

export const residents = ['samira', 'henk', 'yonas', 'ria'];
const names = ['Samira El Amrani', 'Henk de Vries', 'Yonas Tesfay', 'Ria Bakker'];
const numbers = testNumbers(5);
const staff = (name, ...groups) => ({ door: 'staff', name, groups });

export const people = {
  ...Object.fromEntries(residents.map((id, n) => [id, { door: 'residents', name: names[n], bsn: numbers[n] }])),
  onbekend: { door: 'residents', name: 'Iemand die niet is uitgenodigd', bsn: testNumbers(500)[499] },
  fatma: { door: 'helpers', name: 'Fatma Yıldız' },
  joop: { door: 'helpers', name: 'Joop Mulder' },
  marieke: staff('Marieke Jansen', 'portaal-consulent-poort'),
  daan: staff('Daan Visser', 'portaal-consulent-werk', 'kantine'),
  ilse: staff('Ilse Smit', 'portaal-consulent-inkomen'),
  petra: staff('Petra de Groot', 'portaal-coordinator'),
  koen: staff('Koen Peters', 'portaal-beheer'),
  buiten: staff('Iemand zonder groep'),
};

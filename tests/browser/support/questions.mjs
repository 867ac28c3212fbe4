// One question of each answer type: what opens it, a good answer and a wrong one.
const long = (n) => 'Dit is een lange zin. '.repeat(n).slice(0, n);

/** Answers that open every follow-up, in an order in which each is asked. */
export const EVERYTHING = [
  ['B1', 'together'], ['B2', 'phone'], ['B3', 'work'], ['B5', 'unsafe'],
  ['W1', ['paid', 'volunteer']], ['W2', 'now'], ['W3', 'tomorrow'], ['W5', ['less_money']], ['W8', ['diploma', 'other_country']],
  ['G1', 'short'], ['G2', 'failing'], ['G3', 'never'], ['G7', 'yes'], ['G8', 'with_help'],
  ['L2-stairs', 'not_now'], ['L5', 'always'], ['L6', 'cannot'],
  ['H1', 'very_bad'], ['H2', 'too_much'], ['H3', 'not_now'],
  ['S1', 'children'], ['S2', 'yes'], ['S3', 'rarely'], ['S3a', 'yes'], ['S4', 'nobody'],
  ['K1', 'yes'], ['K4', 'no'], ['K5', 'not_now'], ['K6', 'arabic'],
];

/** One question per answer type: its step, a good answer and a wrong one. */
export const TYPES = [
  { type: 'one-with-icons', step: 'B4', good: { choices: 'sms' }, wrong: {} },
  { type: 'one-and-a-short-text', step: 'B1a', good: { choices: 'buddy', text: 'Fatma' }, wrong: { text: 'Fatma' } },
  { type: 'agreement-with-the-helper', step: 'B1b', good: { choices: 'agree' }, wrong: {} },
  { type: 'one', step: 'W4', good: { choices: 'hours_1_to_8' }, wrong: {} },
  { type: 'one-or-something-else', step: 'G8a', good: { choices: 'other', text: 'Mijn buurvrouw' }, wrong: { choices: 'other', text: long(101) } },
  { type: 'many', step: 'H2a', good: { choices: ['money', 'home'] }, wrong: { choices: ['money', 'declined'] } },
  { type: 'many-or-something-else', step: 'W6', good: { choices: ['hands', 'other'], text: 'Zingen' }, wrong: {} },
  { type: 'many-in-a-grid', step: 'W7', good: { choices: ['food', 'shop'] }, wrong: { choices: ['food', 'unknown'] } },
  { type: 'many-icons-something-else', step: 'H6', good: { choices: ['music', 'other'], text: 'Puzzelen' }, wrong: {} },
  { type: 'faces', step: 'L1', good: { choices: 'fair' }, wrong: {} },
  { type: 'ability', step: 'H4', good: { choices: 'with_effort' }, wrong: {} },
  { type: 'ability-of-a-part', step: 'L2-bike_or_bus', good: { choices: 'well' }, wrong: {} },
  { type: 'frequency', step: 'L4', good: { choices: 'often' }, wrong: {} },
  { type: 'holds', step: 'S6', good: { choices: 'somewhat' }, wrong: {} },
  { type: 'yes-no', step: 'G6', good: { choices: 'unknown' }, wrong: {} },
  { type: 'wish', step: 'W10', good: { choices: 'help' }, wrong: {} },
  { type: 'number', step: 'W1a', good: { number: '12' }, wrong: { number: 'veel' } },
  { type: 'number-and-text', step: 'W1b', good: { number: '4', text: 'Koffie schenken' }, wrong: { number: '200', text: long(301) } },
  { type: 'text', step: 'H8', good: { text: 'Mijn zus is er\n<b>weer</b> & "blij"' }, wrong: { text: long(301) } },
  { type: 'scale-of-its-own', step: 'K9', good: { choices: 'much' }, wrong: {} },
  { type: 'what-matters-most', step: 'Z2', good: { choices: ['work', 'money'] }, wrong: { choices: ['work', 'money', 'mind'] } },
  { type: 'sharing', step: 'Z4', good: { choices: ['work'] } },
];

/** A line of the proposals as the form posts it. */
export const line = (at, pair, municipality, resident) => [[`lines[${at}][pair]`, pair], [`lines[${at}][wanted]`, 'yes'], [`lines[${at}][municipality]`, municipality], [`lines[${at}][resident]`, resident]];

export const PROPOSALS = {
  good: { lines: [...line(0, 'less_at_once', '', ''), ...line(1, 'own', 'Een fiets', 'Ik kom op tijd')] },
  wrong: { lines: line(0, 'own', long(301), '') },
};

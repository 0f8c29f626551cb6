// The code under the first QR code: 16 letters and digits of Crockford's alphabet, the last a check character over GF(32) (see CertificateCode.cs).

export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
/** What people take for each other on paper and screens; O, I and L are read as what is meant. */
const alike = ['8B', '5S', '2Z', '6G', 'UV', 'VY', '7T', '1T', 'MN', 'NH', 'MW', 'PR', 'CG', '0D', '0Q', 'DQ', 'EF', 'KX', '3B', '38', '49', '17', 'XY', 'JT'];

/**
 * @returns {{code: string}|{problem: 'empty'|'letter'|'short'|'long'|'check', count: number, letter?: string, meant?: string[]}}
 *   `count`: letters and digits typed. `meant`: codes one look-alike away whose check character is right.
 */
export function readCode(typed) {
  const letters = [...typed.normalize('NFKC').toUpperCase()].filter(c => !/[\s\p{Pd}.·]/u.test(c)).map(meaning);
  const count = letters.length;
  if (count === 0) return { problem: 'empty', count };
  const strange = letters.find(c => !alphabet.includes(c) && c !== 'U');
  if (strange) return { problem: 'letter', count, letter: strange };
  if (count !== length) return { problem: count < length ? 'short' : 'long', count };
  if (!letters.includes('U') && sum(letters) === 0) return { code: letters.join('') };
  return { problem: 'check', count, meant: lookAlikes(letters) };
}

/** In groups of four, as printed. */
export const spoken = code => code.match(/.{4}/g).join('-');

function meaning(letter) {
  return letter === 'O' ? '0' : letter === 'I' || letter === 'L' ? '1' : letter;
}

function lookAlikes(letters) {
  const found = [];
  letters.forEach((letter, i) => {
    for (const pair of alike.filter(p => p.includes(letter))) {
      const other = letters.map((c, at) => at === i ? pair.replace(letter, '') : c);
      if (!other.includes('U') && sum(other) === 0) found.push(other.join(''));
    }
    if (i && letters[i - 1] !== letter) {
      const swapped = [...letters.slice(0, i - 1), letter, letters[i - 1], ...letters.slice(i + 1)];
      if (!swapped.includes('U') && sum(swapped) === 0) found.push(swapped.join(''));
    }
  });
  return [...new Set(found)].slice(0, 3);
}

/** Horner's rule with the root of x⁵ + x² + 1; 0 for a right code. */
function sum(letters) {
  return letters.reduce((total, letter) => ((total << 1) ^ (total >= 16 ? 0b100101 : 0)) ^ alphabet.indexOf(letter), 0);
}

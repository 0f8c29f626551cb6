// Remakes the fonts that are embedded in certificates: npm install && npm run subset-fonts
// A whole Noto Serif has 500 kB; PDFsharp reads and cuts it down for every document, so it is cut here once.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const packages = new URL('node_modules/@expo-google-fonts/', import.meta.url);
const target = new URL('../src/Lms.Documents/Fonts/', import.meta.url);

const range = (first, last) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
const punctuation = '–—‘’“”„…•·№−×';
const vietnamese = 'ĂăĐđĨĩŨũƠơƯư' + range(0x1ea0, 0x1ef9);
const latin = range(0x20, 0x7e) + range(0xa0, 0xff);

// Labels are ours, so they need Vietnamese only. Facts are people's: Latin Extended-A and the letters of the
// Ê Đê, Ba Na, Gia Rai and Cơ Ho alphabets (ƀ, the letter apostrophe, and the breve that has no letter of its own on ê, ô, ơ, ư).
const labels = latin + vietnamese + punctuation;
const facts = labels + range(0x100, 0x17f) + 'ƀɃʼ' + '\u0306';

const fonts = [
  ['be-vietnam-pro', '400Regular', 'BeVietnamPro', 'Regular', labels],
  ['be-vietnam-pro', '600SemiBold', 'BeVietnamPro', 'SemiBold', labels],
  ['noto-serif', '400Regular', 'NotoSerif', 'Regular', facts],
  ['noto-serif', '700Bold', 'NotoSerif', 'Bold', facts],
  ['noto-serif', '400Regular_Italic', 'NotoSerif', 'Italic', facts],
];

for (const [folder, weight, family, style, characters] of fonts) {
  const source = readFileSync(new URL(`${folder}/${weight}/${family}_${weight}.ttf`, packages));
  // PDFsharp places one glyph after another: it reads neither layout nor hinting tables. Copyright and licence stay.
  const subset = await subsetFont(source, characters, {
    targetFormat: 'sfnt', noLayoutClosure: true, keepFeatures: [], noHinting: true, dropTables: ['GDEF', 'GPOS', 'GSUB', 'STAT'], preserveNameIds: [0, 13, 14],
  });
  writeFileSync(new URL(`${family}-${style}.ttf`, target), subset);
  copyFileSync(new URL(`${folder}/LICENSE_FONT`, packages), new URL(`${family}-OFL.txt`, target));
  console.log(`${family}-${style}.ttf ${subset.length} bytes`);
}

// QR codes in pictures: the browser's own reader where it has one, jsQR else (all of iPhone, Firefox).

/** @param readerAddress Where qr-reader.js lies. @returns {Promise<(picture: HTMLCanvasElement) => Promise<string[]>>} */
export async function pictureReader(readerAddress) {
  if (await hasOwnReader()) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async canvas => (await detector.detect(canvas)).map(found => found.rawValue);
  }
  const { readQr } = await import(readerAddress);
  return async canvas => readAll(canvas, readQr);
}

async function hasOwnReader() {
  try {
    return 'BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
  } catch {
    return false;
  }
}

/** jsQR finds one code at a time: what is found is painted over, and the rest looked at again. */
function readAll(canvas, readQr) {
  const pen = canvas.getContext('2d', { willReadFrequently: true }), texts = [];
  for (let found; texts.length < 4 && (found = readQr(pen.getImageData(0, 0, canvas.width, canvas.height)));) {
    texts.push(found.text);
    pen.fillStyle = '#fff';
    pen.beginPath();
    for (const { x, y } of found.corners) pen.lineTo(x, y);
    pen.fill();
  }
  return texts;
}

/**
 * The QR codes of a photo of a certificate. Photos are large and codes small in them, so it is looked at whole in two sizes and then in
 * overlapping parts, until enough was found.
 * @param enough Told the texts found so far.
 * @throws {Error} The file is no picture this browser can open.
 */
export async function readPhoto(file, read, enough) {
  const photo = await createImageBitmap(file);
  const texts = new Set();
  for (const part of looks(photo.width, photo.height)) {
    for (const text of await read(drawn(photo, part))) texts.add(text);
    if (enough([...texts])) break;
    await new Promise(resolve => setTimeout(resolve)); // the page stays alive between two looks
  }
  photo.close();
  return [...texts];
}

/** Parts of a picture with the longest side each is drawn with. */
export function* looks(width, height) {
  for (const longest of [1400, 2400]) yield { x: 0, y: 0, width, height, longest };
  for (const parts of [2, 3]) {
    const [w, h] = [width / parts, height / parts];
    // Half a part further each time, so that no code is cut through in all of them.
    for (let y = 0; y <= height - h + 1; y += h / 2)
      for (let x = 0; x <= width - w + 1; x += w / 2) yield { x, y, width: w, height: h, longest: 1400 };
  }
}

function drawn(photo, { x, y, width, height, longest }) {
  const scale = Math.min(1, longest / Math.max(width, height)) || 1;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.fillStyle = '#fff'; // a transparent picture has black ink on nothing
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(photo, x, y, width, height, 0, 0, canvas.width, canvas.height);
  return canvas;
}

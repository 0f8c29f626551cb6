// jsQR (Apache-2.0) by itself: it is large, and only fetched where a browser cannot read QR codes.
import jsQR from 'jsqr';

/** @returns {{text: string, corners: Array<{x: number, y: number}>} | null} */
export function readQr({ data, width, height }) {
  const found = jsQR(data, width, height, { inversionAttempts: 'dontInvert' });
  if (!found?.data) return null;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return { text: found.data, corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] };
}

// The numbers of an area, in the order its shape says, and how they are drawn.

/** From a drag: corner to corner for boxes and ellipses, centre to rim for circles. */
export function shapeFrom(shape, [x1, y1], [x2, y2]) {
  const [left, right] = x1 < x2 ? [x1, x2] : [x2, x1];
  const [top, bottom] = y1 < y2 ? [y1, y2] : [y2, y1];
  switch (shape) {
    case 'Rectangle': return [left, top, right, bottom];
    case 'Circle': return [x1, y1, Math.round(Math.hypot(x2 - x1, y2 - y1))];
    case 'Ellipse': return [Math.round((left + right) / 2), Math.round((top + bottom) / 2), Math.round((right - left) / 2), Math.round((bottom - top) / 2)];
    default: return [];
  }
}

/** Null where the numbers are not (yet) those of the shape. */
export function svgOf(shape, n, width, height) {
  switch (shape) {
    case 'Rectangle': return n.length === 4 && n[2] > n[0] && n[3] > n[1] ? { tag: 'rect', attributes: { x: n[0], y: n[1], width: n[2] - n[0], height: n[3] - n[1] } } : null;
    case 'Circle': return n.length === 3 ? { tag: 'circle', attributes: { cx: n[0], cy: n[1], r: n[2] } } : null;
    case 'Ellipse': return n.length === 4 ? { tag: 'ellipse', attributes: { cx: n[0], cy: n[1], rx: n[2], ry: n[3] } } : null;
    case 'Polygon': return n.length >= 2 && n.length % 2 === 0 ? { tag: n.length < 6 ? 'polyline' : 'polygon', attributes: { points: n.join(' ') } } : null;
    case 'Everywhere': return { tag: 'rect', attributes: { x: 0, y: 0, width, height } };
    default: return null;
  }
}

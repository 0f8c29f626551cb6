import { addPoint, pointsOf } from './points.js';
import { changed, filled, liveRegion } from './words.js';

const svg = 'http://www.w3.org/2000/svg';

/** Points set with mouse or finger, or with a crosshair that the arrow keys move. */
export async function pointAtImage(hotspot, question) {
  const frame = hotspot.querySelector('[data-hotspot-frame]');
  const marks = await overlay(frame);
  if (!marks) return;
  const { width, height } = marks.size;
  const words = hotspot.dataset;
  const live = liveRegion(question);
  const hint = hotspot.querySelector('[data-hotspot-hint]');
  hint.textContent = hint.dataset.hotspotHint;
  const cross = { x: Math.round(width / 2), y: Math.round(height / 2), shown: false };

  frame.tabIndex = 0;
  frame.setAttribute('role', 'application');
  frame.setAttribute('aria-label', `${frame.querySelector('img').alt}. ${words.move}`);
  frame.addEventListener('click', event => {
    const { left, top, width: wide, height: high } = frame.getBoundingClientRect();
    set(inside((event.clientX - left) / wide * width, width), inside((event.clientY - top) / high * height, height));
  });
  frame.addEventListener('keydown', event => {
    const [right, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [];
    if (right === undefined && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (right === undefined) return set(cross.x, cross.y);
    const step = event.shiftKey ? 1 : Math.max(1, Math.round(width / 40));
    Object.assign(cross, { x: inside(cross.x + right * step, width), y: inside(cross.y + down * step, height), shown: true });
    live.textContent = filled(words.at, [cross.x, cross.y]);
    draw();
  });
  frame.addEventListener('focus', () => { cross.shown = frame.matches(':focus-visible'); draw(); });
  frame.addEventListener('blur', () => { cross.shown = false; draw(); });
  hotspot.addEventListener('input', event => {
    // A point taken back leaves nothing to tick again.
    if (event.target.dataset.pointed && !event.target.checked) event.target.closest('label').remove();
    for (const radio of hotspot.querySelectorAll('[type="radio"][data-pointed]:not(:checked)')) radio.closest('label').remove();
    const most = Number(words.most);
    if (event.target.checked && most > 1 && pointsOf(question).length > most) {
      event.target.checked = false;
      if (event.target.dataset.pointed) event.target.closest('label').remove();
      live.textContent = words.full;
    }
    draw();
  });
  question.addEventListener('answer-restored', draw);
  draw();

  function set(x, y) {
    if (pointsOf(question).some(point => point[0] === x && point[1] === y)) return;
    const before = pointsOf(question).length;
    const field = addPoint(question, x, y);
    changed(field);
    if (Number(words.most) === 1 || pointsOf(question).length > before) live.textContent = filled(words.set, [x, y]);
  }

  function draw() {
    marks.clear();
    pointsOf(question).forEach(([x, y], i) => marks.point(x, y, i + 1));
    if (cross.shown) marks.cross(cross.x, cross.y);
  }
}

/** Of a review: nothing to set, only to see. */
export async function showPoints(frame) {
  const points = frame.dataset.points.split(' ').filter(Boolean).map(point => point.split(',').map(Number));
  const marks = await overlay(frame);
  points.forEach(([x, y], i) => marks?.point(x, y, i + 1));
}

const inside = (value, size) => Math.min(size - 1, Math.max(0, Math.round(value)));

/** A drawing over the image in the image's own pixels; null where the image cannot be had. */
async function overlay(frame) {
  const image = frame.querySelector('img');
  try {
    await image.decode();
  } catch {
    return null;
  }
  const { naturalWidth: width, naturalHeight: height } = image;
  const root = document.createElementNS(svg, 'svg');
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('aria-hidden', 'true');
  root.setAttribute('class', 'hotspot__marks');
  frame.append(root);
  const unit = Math.max(width, height) / 100;
  const add = (name, attributes, text = '') => {
    const element = document.createElementNS(svg, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    root.append(element);
  };
  return {
    size: { width, height },
    clear: () => root.replaceChildren(),
    point(x, y, n) {
      add('circle', { cx: x, cy: y, r: 2.4 * unit, class: 'hotspot__point' });
      add('text', { x, y, 'font-size': 3 * unit, class: 'hotspot__number' }, n);
    },
    cross(x, y) {
      add('path', { d: `M${x} 0V${height}M0 ${y}H${width}`, class: 'hotspot__cross' });
      add('circle', { cx: x, cy: y, r: 1.6 * unit, class: 'hotspot__aim' });
    },
  };
}

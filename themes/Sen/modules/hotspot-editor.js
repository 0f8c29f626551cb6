// Draws the areas of a hotspot question on its image. The fields hold the truth: drawing writes into them, typing redraws.
import { shapeFrom, svgOf } from './hotspot/shapes.js';

const SVG = 'http://www.w3.org/2000/svg';

for (const editor of document.querySelectorAll('[data-hotspot-editor]')) {
  const image = editor.querySelector('img');
  if (image.complete && image.naturalWidth > 0) start(editor, image);
  else image.addEventListener('load', () => start(editor, image), { once: true });
}

function start(editor, image) {
  const canvas = document.createElementNS(SVG, 'svg');
  canvas.setAttribute('viewBox', `0 0 ${image.naturalWidth} ${image.naturalHeight}`);
  canvas.setAttribute('aria-hidden', 'true');
  const frame = document.createElement('div');
  frame.className = 'hotspot-editor__frame';
  image.replaceWith(frame);
  frame.append(image, canvas);

  const status = editor.querySelector('[data-hotspot-status]');
  const areas = [...document.querySelectorAll('[data-hotspot-area]')].map(row => ({
    shape: row.querySelector('[data-hotspot-shape]'),
    numbers: row.querySelector('[name$=".Coordinates"]'),
    button: row.querySelector('[data-hotspot-draw]'),
    name: row.querySelector('legend').textContent.trim(),
  }));
  let active = null;
  let from = null;

  const redraw = () => {
    canvas.replaceChildren();
    for (const area of areas) {
      const drawn = svgOf(area.shape.value, read(area.numbers.value), image.naturalWidth, image.naturalHeight);
      if (!drawn) continue;
      const element = document.createElementNS(SVG, drawn.tag);
      for (const [name, value] of Object.entries(drawn.attributes)) element.setAttribute(name, value);
      if (area === active) element.classList.add('is-active');
      canvas.append(element);
    }
  };
  const say = () => {
    const words = !active ? '' : active.shape.value === 'Polygon' ? editor.dataset.polygon : editor.dataset.said;
    status.textContent = words.replace('{0}', active?.name ?? '');
    editor.classList.toggle('is-drawing', active !== null);
  };
  const choose = area => {
    active = active === area ? null : area;
    for (const each of areas) each.button.setAttribute('aria-pressed', String(each === active));
    if (active && active.shape.value === 'Polygon') write(active, []);
    if (active) editor.scrollIntoView({ block: 'nearest' });
    say();
    redraw();
  };
  const write = (area, numbers) => {
    area.numbers.value = numbers.join(', ');
    area.numbers.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const place = event => {
    const box = canvas.getBoundingClientRect();
    const along = (at, start, length, size) => Math.round(Math.min(1, Math.max(0, (at - start) / length)) * size);
    return [along(event.clientX, box.left, box.width, image.naturalWidth), along(event.clientY, box.top, box.height, image.naturalHeight)];
  };

  for (const area of areas) {
    area.button.hidden = false;
    area.button.addEventListener('click', () => choose(area));
    area.numbers.addEventListener('input', redraw);
    area.shape.addEventListener('change', () => { say(); redraw(); });
  }
  canvas.addEventListener('pointerdown', event => {
    if (!active || active.shape.value === 'Everywhere') return;
    event.preventDefault();
    if (active.shape.value === 'Polygon') return write(active, [...read(active.numbers.value), ...place(event)]);
    from = place(event);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', event => {
    if (from) write(active, shapeFrom(active.shape.value, from, place(event)));
  });
  for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { from = null; });
  redraw();
}

function read(text) {
  return text.split(/[\s,;]+/).filter(word => /^\d+$/.test(word)).map(Number);
}

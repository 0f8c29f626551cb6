/** Points of a hotspot are ticked fields whose value is "x,y": places chosen by their words, and points set on the image. */
export function pointsOf(question) {
  return fieldsOf(question).filter(field => field.checked).map(field => field.value.split(',').map(Number));
}

export function setPoints(question, points) {
  const values = points.map(point => point.join(','));
  for (const field of fieldsOf(question)) {
    field.checked = values.includes(field.value);
    if (!field.checked && field.dataset.pointed) field.closest('label').remove();
  }
  const there = fieldsOf(question).map(field => field.value);
  for (const [x, y] of points) if (!there.includes(`${x},${y}`)) addPoint(question, x, y);
}

/** A ticked field of its own for a point that is none of the places in the list. */
export function addPoint(question, x, y) {
  const template = question.querySelector('template[data-hotspot-point]');
  const row = template.content.firstElementChild.cloneNode(true);
  const field = row.querySelector('input');
  field.value = `${x},${y}`;
  field.checked = true;
  row.querySelector('.choice__text').textContent = template.dataset.hotspotPoint.replace('{0}', x).replace('{1}', y);
  question.querySelector('[data-hotspot-points]').append(row);
  return field;
}

const fieldsOf = question => [...question.querySelectorAll('[data-hotspot] input')];

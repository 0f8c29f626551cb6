import { test } from 'node:test';
import assert from 'node:assert/strict';
import { shapeFrom, svgOf } from '../modules/hotspot/shapes.js';

test('a drag in any direction is a box from its upper left to its lower right', () => {
  assert.deepEqual(shapeFrom('Rectangle', [90, 80], [10, 20]), [10, 20, 90, 80]);
  assert.deepEqual(shapeFrom('Ellipse', [90, 80], [10, 20]), [50, 50, 40, 30]);
});

test('a circle grows from where the drag began', () => {
  assert.deepEqual(shapeFrom('Circle', [10, 10], [13, 14]), [10, 10, 5]);
});

test('numbers that are not those of the shape draw nothing', () => {
  assert.equal(svgOf('Rectangle', [1, 2, 3], 9, 9), null);
  assert.equal(svgOf('Rectangle', [5, 5, 1, 9], 9, 9), null);
  assert.equal(svgOf('Polygon', [1, 2, 3], 9, 9), null);
});

test('a polygon is a line until it has three corners', () => {
  assert.equal(svgOf('Polygon', [1, 2, 3, 4], 9, 9).tag, 'polyline');
  assert.equal(svgOf('Polygon', [1, 2, 3, 4, 5, 6], 9, 9).tag, 'polygon');
});

test('everywhere is the whole image', () => {
  assert.deepEqual(svgOf('Everywhere', [], 40, 30).attributes, { x: 0, y: 0, width: 40, height: 30 });
});

// What makes questions easier to answer where scripts run: dragging, pointing, counting. Each only sets the fields that are
// there without it, and tells by an "input" event; exam.js saves what the fields say.
import { foldOnPhones } from './question/case.js';
import { countWords } from './question/essay.js';
import { sendFiles } from './question/files.js';
import { dragWords } from './question/gaps.js';
import { pointAtImage, showPoints } from './question/hotspot.js';
import { arrange } from './question/order.js';

const started = [['[data-order]', arrange], ['[data-drag="true"]', dragWords], ['[data-hotspot]', pointAtImage], ['[data-essay]', countWords], ['[data-file-upload]', sendFiles], ['[data-points]', showPoints], ['[data-fold-on-phones="true"]', foldOnPhones]];

for (const [where, start] of started) {
  for (const element of document.querySelectorAll(where)) start(element, element.closest('.question'));
}

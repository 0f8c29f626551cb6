// Improvements of every page. Each works on what the server has already rendered; without this file nothing is lost.
import { closeOpenPanels } from './site/panels.js';
import { switchShade } from './site/shade.js';
import { confirmForms } from './site/confirm.js';
import { warnUnsaved } from './site/unsaved.js';
import { filterTables } from './site/filter.js';
import { openDialogs, printButtons, copyButtons, nameErrors, focusErrors, showCurrentTab } from './site/small.js';

closeOpenPanels(document);
switchShade(document);
confirmForms(document);
warnUnsaved(document);
filterTables(document);
openDialogs(document);
printButtons(document);
copyButtons(document);
nameErrors(document);
showCurrentTab(document);
focusErrors(document);

// The exam page with script: answers are saved as they are given, the clock runs by the server's time. Without script
// the same form is posted as a whole. The markup this relies on is described in the theme's README.
import { startExam } from './exam/page.js';

for (const form of document.querySelectorAll('form[data-exam]')) startExam(form);

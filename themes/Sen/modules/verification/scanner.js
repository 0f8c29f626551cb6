// The part of the page that holds the camera.
import { scan } from './camera.js';
import { pictureReader } from './pictures.js';
import { showNotice } from './result.js';

export function offerCamera(app, place, take) {
  const part = app.querySelector('[data-camera]');
  if (!navigator.mediaDevices?.getUserMedia) return;
  const [start, stop, stage, video] = ['[data-camera-start]', '[data-camera-stop]', '[data-camera-stage]', 'video'].map(s => part.querySelector(s));
  let end = null;
  part.hidden = false;

  const close = () => {
    end?.();
    end = null;
    stage.hidden = true;
    start.hidden = false;
  };
  start.addEventListener('click', async () => {
    place.hidden = true;
    start.hidden = true;
    stage.hidden = false;
    stop.focus();
    try {
      const read = await pictureReader(app.dataset.qrReader);
      end = await scan(video, read, text => {
        const done = take(text);
        if (done) close();
        return done;
      });
      if (stage.hidden) close(); // stopped while the browser was still asking
    } catch (e) {
      close();
      start.focus();
      showNotice(place, { NotAllowedError: 'camera-refused', SecurityError: 'camera-refused', NotFoundError: 'camera-missing', OverconstrainedError: 'camera-missing' }[e.name] ?? 'camera-busy');
    }
  });
  stop.addEventListener('click', () => {
    close();
    start.focus();
  });
  addEventListener('pagehide', close);
  document.addEventListener('visibilitychange', () => document.hidden && close());
}

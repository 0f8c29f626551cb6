// The camera in the page: looks at the picture a few times a second until a QR code is found or the person stops.

const between = 200, longest = 1280;

/**
 * @param video The element that shows what the camera sees.
 * @param read As `pictureReader` gives it.
 * @param onText Told what a QR code says; true ends the scan.
 * @returns {Promise<() => void>} Stops it.
 * @throws {DOMException} NotAllowedError: refused; NotFoundError: no camera; NotReadableError: another program has it.
 */
export async function scan(video, read, onText) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } } });
  let going = true, timer;
  const stop = () => {
    going = false;
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();

  const canvas = document.createElement('canvas');
  const look = async () => {
    if (!going) return;
    const texts = video.videoWidth ? await read(frame(video, canvas)).catch(() => []) : [];
    if (going && texts.some(onText)) stop();
    else if (going) timer = setTimeout(look, between);
  };
  look();
  return stop;
}

function frame(video, canvas) {
  const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight));
  [canvas.width, canvas.height] = [video.videoWidth * scale, video.videoHeight * scale].map(Math.round);
  canvas.getContext('2d', { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

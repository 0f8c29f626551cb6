// A case that has been read on an earlier page comes folded on a phone, where it would push its questions off the screen.
export function foldOnPhones(details) {
  if (window.matchMedia('(max-width: 40rem)').matches) details.open = false;
}

// A replay is stepped through with the arrow keys as well as with its links.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, textarea, select')) return;
  const way = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  document.querySelector(`[data-steps] a[rel="${way}"]`)?.click();
});

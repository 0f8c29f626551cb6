const panels = '.drop, .menu-button, .site-menu details';

/** Menus are <details>: they open by themselves; here they also close on Escape and on a press elsewhere. */
export function closeOpenPanels(root) {
  const open = () => [...root.querySelectorAll(panels)].filter(panel => panel.open);

  root.addEventListener('click', event => {
    for (const panel of open()) if (!panel.contains(event.target)) panel.open = false;
  });
  root.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const panel of open()) {
      if (panel.contains(root.activeElement)) panel.querySelector('summary').focus();
      panel.open = false;
    }
  });
}

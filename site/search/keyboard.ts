/**
 * The arrow keys: down from the box to the first result, up and down among results, and from the first back to the box.
 * Tab goes through all links as everywhere. No letter leads to the box from elsewhere: it would be in the way of those who
 * speak to their browser. https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

export function walkByArrows(box: HTMLElement, results: HTMLElement): void {
  const move = (event: KeyboardEvent) => {
    const stops = [box, ...results.querySelectorAll<HTMLElement>('.entry__title a')];
    const by = STEPS[event.key];
    const at = stops.findIndex((stop) => stop.contains(event.target as Node));
    const to = by && at >= 0 ? stops[at + by] : undefined;
    if (!to || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    to.focus();
  };
  box.addEventListener('keydown', move);
  results.addEventListener('keydown', move);
}

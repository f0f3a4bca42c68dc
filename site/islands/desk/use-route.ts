/** The view that the address names. Places in a page are not views, and links to them must not change it. */
import { useEffect, useState } from 'preact/hooks';
import { type Route, routeOf } from './routes.ts';

const START: Route = { view: 'queue', filter: 'waiting' };

export function useRoute(): { route: Route; hash: string } {
  const [hash, setHash] = useState(() => (routeOf(location.hash) ? location.hash : ''));
  useEffect(() => {
    const follow = () => {
      if (routeOf(location.hash)) setHash(location.hash);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return { route: routeOf(hash) ?? START, hash };
}

/** Links to a field or a heading move the focus there and leave the address as it is, since it says what is shown. */
export function useLinksInPage(): void {
  useEffect(() => {
    document.addEventListener('click', followInPage);
    return () => document.removeEventListener('click', followInPage);
  }, []);
}

function followInPage(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const hash = link?.getAttribute('href') ?? '';
  if (!hash.startsWith('#') || hash.startsWith('#/')) return;
  event.preventDefault();
  const target = document.getElementById(hash.slice(1));
  target?.scrollIntoView({ block: 'start' });
  target?.focus();
}

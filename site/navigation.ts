/** The links of the header, and how a link says that it is where the reader stands. */
import { PATHS } from '#site/paths.ts';

export type NavLink = { text: string; href: string };

export const MAIN_LINKS = [
  { text: 'Guide', href: PATHS.guide },
  { text: 'Processes', href: PATHS.processes },
  { text: 'Questions', href: PATHS.questions },
  { text: 'Lessons', href: PATHS.lessons },
  { text: 'Share a lesson', href: PATHS.submit },
] as const satisfies readonly NavLink[];

/** `page` on the page itself, `true` inside its section, nothing elsewhere: the value of `aria-current`. */
export function currentMark(here: string, href: string): 'page' | 'true' | undefined {
  if (here === href) return 'page';
  return href !== PATHS.home && here.startsWith(href) ? 'true' : undefined;
}

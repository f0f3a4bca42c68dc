/** The entries as an Atom feed (RFC 4287). */
import { Feed } from 'feed';
import { PUBLISHER } from '#site/citing/csl.ts';
import { FILES } from '#site/paths.ts';
import { uuidOf } from '#site/uuid.ts';
import type { FeedEntry } from './entries.ts';
import { FEED_TITLE } from './title.ts';

/** A feed must say when it changed. One without entries says when the format was published. */
const NEVER = '2005-12-01';

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** `site` is the address of the site's root. */
export function atomOf(entries: readonly FeedEntry[], site: URL): string {
  const feed = new Feed({
    id: `urn:uuid:${uuidOf('feed')}`,
    title: FEED_TITLE,
    link: site.href,
    feed: new URL(FILES.atom, site).href,
    updated: midnight(entries[0]?.on ?? NEVER),
    author: { name: PUBLISHER },
    copyright: 'CC BY 4.0',
    generator: false,
  });
  for (const { id, url, title, summary, on } of entries)
    feed.addItem({
      id,
      link: url,
      title: asHtml(title),
      description: asHtml(summary),
      date: midnight(on),
      published: midnight(on),
    });
  return feed.atom1();
}

/** The library writes titles and summaries as HTML, and ours are plain text. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

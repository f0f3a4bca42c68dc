/** The entries as a JSON Feed, version 1.1. */
import { PUBLISHER } from '#site/citing/csl.ts';
import { FILES } from '#site/paths.ts';
import type { FeedEntry } from './entries.ts';
import { FEED_TITLE } from './title.ts';

/** `site` is the address of the site's root. */
export const jsonFeedOf = (entries: readonly FeedEntry[], site: URL) => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: FEED_TITLE,
  home_page_url: site.href,
  feed_url: new URL(FILES.jsonFeed, site).href,
  language: 'en',
  authors: [{ name: PUBLISHER, url: site.href }],
  items: entries.map(({ id, url, title, summary, on, tags }) => ({
    id,
    url,
    title,
    content_text: summary,
    date_published: `${on}T00:00:00Z`,
    tags,
  })),
});

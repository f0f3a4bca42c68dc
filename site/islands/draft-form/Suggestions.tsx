/**
 * Published lessons and process steps that share words with what is being written: one may be the same story, and a step may
 * be what the lesson bears on. Looked for in this browser, in the index of the site's search.
 */
import { useEffect, useState } from 'preact/hooks';
import type { FormStep } from '#site/forms/draft/steps.ts';
import { partOf } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { FILES } from '#site/paths.ts';
import type { Kind } from '#site/search/documents.ts';
import type { Hit } from '#site/search/excerpt.ts';
import { loadSearch } from '#site/search/load-search.ts';
import type { Search } from '#site/search/search.ts';

/** Steps of the form that are sentences. */
const TOLD_IN = ['what-happened', 'lessons', 'two-minutes'];
const MOST = 3;

type Suggested = { lessons: Hit[]; steps: Hit[] };
const NOTHING: Suggested = { lessons: [], steps: [] };

const search = loadSearch(FILES.searchIndex);

export function Suggestions({ step, values }: { step: FormStep; values: FormValues }) {
  const text = TOLD_IN.includes(step.id) ? sentences(partOf(values, step)).join('\n') : '';
  const [{ lessons, steps }, setSuggested] = useState(NOTHING);
  useEffect(() => {
    let isOld = false;
    void suggest(text).then((found) => {
      if (!isOld) setSuggested(found);
    });
    return () => {
      isOld = true;
    };
  }, [text]);
  if (lessons.length + steps.length === 0) return null;
  return (
    <aside class="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">Already published, and perhaps alike</h2>
      <p class="usa-hint">
        By the words that you wrote. They were compared in your browser. Links open in a new tab.
      </p>
      <Hits title="Lessons that others told" hits={lessons} />
      <Hits title="Steps that it may bear on" hits={steps} />
    </aside>
  );
}

const Hits = ({ title, hits }: { title: string; hits: readonly Hit[] }) =>
  hits.length > 0 && (
    <>
      <h3>{title}</h3>
      <ul>
        {hits.map((hit) => (
          <li key={hit.href}>
            <a href={hit.href} target="_blank" rel="noopener">
              {hit.title.map(({ text }) => text).join('')}
            </a>
          </li>
        ))}
      </ul>
    </>
  );

/** A form works without suggestions: what cannot be loaded is left out. */
async function suggest(text: string): Promise<Suggested> {
  if (text === '') return NOTHING;
  return search.use((opened) => findAlike(opened, text)).catch(() => NOTHING);
}

async function findAlike(opened: Search, text: string): Promise<Suggested> {
  const alike = await opened.alike(text);
  const first = (kind: Kind) =>
    opened.hits(alike.filter((one) => opened.kindOf(one) === kind).slice(0, MOST));
  return { lessons: await first('lesson'), steps: await first('step') };
}

/** Every text of three words or more. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return value.trim().split(/\s+/).length < 3 ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(sentences);
}

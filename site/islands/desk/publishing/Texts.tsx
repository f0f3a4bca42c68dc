/** Signed texts that are not public yet. */
import type { Publishing } from '#schemas/publishing.ts';
import { instantWords } from '../ageing.ts';
import { submissionHash } from '../routes.ts';

const STANDING_WORDS = {
  waiting: 'Waits for the next build',
  running: 'Is being published',
  stopped: 'Was stopped',
} as const satisfies Record<Publishing['texts'][number]['standing'], string>;

export function Texts({ texts }: Pick<Publishing, 'texts'>) {
  return (
    <section aria-labelledby="texts">
      <h2 id="texts">Texts</h2>
      {texts.length === 0 ? <p>No text waits to be published.</p> : <Table texts={texts} />}
    </section>
  );
}

const Table = ({ texts }: Pick<Publishing, 'texts'>) => (
  <table class="desk-stacked">
    <caption class="usa-sr-only">
      Signed texts that are not public yet, those that have waited longest first
    </caption>
    <thead>
      <tr>
        <th scope="col">Text</th>
        <th scope="col">Where it stands</th>
        <th scope="col">Since</th>
      </tr>
    </thead>
    <tbody>
      {texts.map(({ id, reference, slug, version, standing, since, problem }) => (
        <tr key={id}>
          <th scope="row">
            <a href={submissionHash(id)}>{slug}</a>, version {version}
            <span class="desk-reference">{reference}</span>
          </th>
          <td data-label="Where it stands">
            {STANDING_WORDS[standing]}
            {problem && <p class="desk-as-written">{problem}</p>}
          </td>
          <td data-label="Since">
            <time dateTime={since}>{instantWords(since)}</time>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

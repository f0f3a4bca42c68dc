/** The last builds of the site: when, how long, and what went wrong. */
import type { Publishing } from '#schemas/publishing.ts';
import { instantWords } from '../ageing.ts';

type Build = Publishing['builds'][number];

export function Builds({ builds }: Pick<Publishing, 'builds'>) {
  return (
    <section aria-labelledby="builds">
      <h2 id="builds">Builds of the site</h2>
      {builds.length === 0 ? <p>The site was not built yet.</p> : <Table builds={builds} />}
    </section>
  );
}

const Table = ({ builds }: Pick<Publishing, 'builds'>) => (
  <table class="desk-stacked">
    <caption class="usa-sr-only">The last builds of the site, the newest first</caption>
    <thead>
      <tr>
        <th scope="col">Begun</th>
        <th scope="col">Took</th>
        <th scope="col">Outcome</th>
      </tr>
    </thead>
    <tbody>
      {builds.map((build) => (
        <tr key={build.startedAt}>
          <th scope="row">
            <time dateTime={build.startedAt}>{instantWords(build.startedAt)}</time>
          </th>
          <td data-label="Took">{tookWords(build)}</td>
          <td data-label="Outcome">
            {outcomeWords(build)}
            {build.problem && (
              <details>
                <summary>What the build said</summary>
                <pre class="desk-as-written">{build.problem}</pre>
              </details>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

function tookWords({ startedAt, finishedAt }: Build): string {
  if (!finishedAt) return 'Not over yet';
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

function outcomeWords({ finishedAt, built, problem }: Build): string {
  if (!finishedAt) return 'Is running';
  if (problem === undefined) return 'The site was built';
  return built ? 'The site was built, and then something failed' : 'Failed; the site stayed as it was';
}

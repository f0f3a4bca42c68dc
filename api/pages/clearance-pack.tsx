/**
 * The clearance pack: a draft as one file that opens without a network, for legal and communications. It shows every answer
 * and the page as it would read, takes a comment at each answer, and saves answers and comments as JSON to upload again.
 */
import { renderToString } from 'preact-render-to-string';
import { toPublic } from '#api/review/to-public.ts';
import type { ClearancePack } from '#schemas/draft.ts';
import { lessonContent } from '#schemas/submission.ts';
import { longDate } from '#site/dates.ts';
import { checkForm } from '#site/forms/check.ts';
import { stepsOf } from '#site/forms/draft/steps.ts';
import { fieldLabel, linesOf } from '#site/forms/draft/words.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { idOf, valueAt } from '#site/forms/names.ts';
import { CaseStudy } from '#site/record/CaseStudy.tsx';

/** The file as HTML. Its own policy lets nothing in or out but the style and the script written here. */
export const printPack = (pack: ClearancePack, steps: readonly OfferedStep[]): string =>
  `<!doctype html>${renderToString(<Pack pack={pack} steps={steps} />)}`;

type Props = { pack: ClearancePack; steps: readonly OfferedStep[] };

const Pack = ({ pack, steps }: Props) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
      />
      <title>{`Clearance of draft ${pack.reference}`}</title>
      <style>{STYLE}</style>
    </head>
    <body>
      <main data-pack={JSON.stringify(pack)}>
        <h1>For clearance: a lesson that has not been sent yet</h1>
        <p>
          Draft {pack.reference}, version {pack.version}, saved on {longDate(pack.savedAt.slice(0, 10))}. This
          file works without a network and sends nothing anywhere. Comment where something should change, then
          save and return the file that you get: whoever writes the lesson uploads it.
        </p>
        <Answers pack={pack} />
        <p>
          <button type="button" id="save">
            Save with my comments
          </button>
        </p>
        <Reads pack={pack} steps={steps} />
      </main>
      <script>{SCRIPT}</script>
    </body>
  </html>
);

const Answers = ({ pack: { values } }: { pack: ClearancePack }) => (
  <>
    {stepsOf(values.form)
      // Who writes it and what they consented to is not for clearance.
      .filter(({ id }) => id !== 'check')
      .map(({ id, title, names }) => (
        <section key={id}>
          <h2>{title}</h2>
          {names.map((name) => (
            <div class="answer" key={name}>
              <h3>{fieldLabel(name)}</h3>
              <p class="words">{linesOf(valueAt(values, name)).join('\n') || 'Left empty'}</p>
              <label for={idOf(name)}>Comment on “{fieldLabel(name)}”</label>
              <textarea id={idOf(name)} data-field={name} rows={2} maxLength={4000}>
                {noteOn(values.notes, name)}
              </textarea>
            </div>
          ))}
        </section>
      ))}
  </>
);

const noteOn = (notes: ClearancePack['values']['notes'] = [], name: string) =>
  notes.find(({ field }) => field === name)?.note ?? '';

function Reads({ pack: { values }, steps }: Props) {
  const content = checkForm(lessonContent, Object(values.content));
  return (
    <section>
      <h2>How the page would read</h2>
      {content.ok ? (
        <CaseStudy record={toPublic(content.data)} steps={steps} />
      ) : (
        <p>Some answers are still missing, so there is no page yet.</p>
      )}
    </section>
  );
}

// Printed as text: neither may hold a quotation mark, an ampersand or a less-than sign.
const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; }
main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
.answer { border-left: 3px solid #7a9; padding-left: 1rem; margin: 1.5rem 0; }
.words { white-space: pre-line; }
label { display: block; font-size: .9rem; color: #444; }
textarea { box-sizing: border-box; width: 100%; font: inherit; }
button { font: inherit; font-weight: 600; padding: .6rem 1rem; }
svg { max-width: 100%; height: auto; }
@media print { button { display: none; } textarea { min-height: 4rem; } }
`;

const SCRIPT = `
document.getElementById('save').addEventListener('click', () => {
  const pack = JSON.parse(document.querySelector('main').dataset.pack);
  pack.values.notes = [...document.querySelectorAll('[data-field]')]
    .map(({ dataset, value }) => ({ field: dataset.field, note: value.trim() }))
    .filter(({ note }) => note !== '');
  const link = document.createElement('a');
  link.href = 'data:application/json;charset=utf-8,' + encodeURIComponent(JSON.stringify(pack, null, 2));
  link.download = pack.reference + '-clearance.json';
  link.click();
});
`;

/** What the re-identification check found in a draft: where, why, and what to write instead, one press each. */
import { checkIdentity, type Known } from '#api/review/identity-check/check.ts';
import { KINDS, notChecked } from '#api/review/identity-check/kinds.ts';
import type { IdentityFinding } from '#schemas/identity-finding.ts';
import type { FormValues } from '../names.ts';
import { valueAt } from '../names.ts';
import { fieldLabel } from './words.ts';

/** The findings in what was typed so far, in the order of the form. Short lessons are checked too. */
export function findingsIn(values: FormValues): IdentityFinding[] {
  const content = valueAt(values, 'content');
  if (typeof content !== 'object' || content === null) return [];
  return checkIdentity(content, Object(valueAt(values, 'contact')) as Known);
}

/** Names one finding in a form post: the place and the words, so that an older page cannot replace something else. */
export const findingKey = ({ path, start, text }: IdentityFinding): string => `${path}@${start} ${text}`;

type Props = {
  findings: readonly IdentityFinding[];
  /** All that was looked through: can be replaced in one go, and says that nothing was found and what is not looked for. */
  thorough?: boolean;
};

export function IdentityFindings({ findings, thorough = false }: Props) {
  if (findings.length === 0 && !thorough) return null;
  return (
    <section class="findings" id="findings" aria-labelledby="findings-heading">
      <h2 id="findings-heading">What may give you away</h2>
      {findings.length === 0 ? (
        <p>We found nothing of the kinds that we look for.</p>
      ) : (
        <>
          <p>
            Nothing is changed unless you press a button. What you keep as it is, a reviewer will ask about
            before it is published.
          </p>
          <ul class="findings__list">
            {findings.map((finding) => (
              <Finding key={findingKey(finding)} finding={finding} />
            ))}
          </ul>
          {thorough && findings.length > 1 && (
            <button
              class="usa-button usa-button--outline"
              type="submit"
              name="apply"
              value="all"
              formnovalidate
            >
              Replace all {findings.length}
            </button>
          )}
        </>
      )}
      {thorough && <NotChecked />}
    </section>
  );
}

const Finding = ({ finding }: { finding: IdentityFinding }) => (
  <li>
    <p>
      <mark>{finding.text}</mark> in “{placeOf(finding)}”. {KINDS[finding.kind].reason}
    </p>
    <button
      class="usa-button usa-button--unstyled"
      type="submit"
      name="apply"
      value={findingKey(finding)}
      formnovalidate
    >
      {finding.proposal ? `Write “${finding.proposal}” instead` : 'Leave it empty'}
      <span class="usa-sr-only"> of {finding.text}</span>
    </button>
  </li>
);

/** `content.lessons[0].recommendation` as “Lessons, 1”. */
function placeOf({ path }: IdentityFinding): string {
  const [, name = path, row] = /^(content\.[a-zA-Z]+)(?:\[(\d+)\])?/.exec(path) ?? [];
  return row === undefined ? fieldLabel(name) : `${fieldLabel(name)}, ${Number(row) + 1}`;
}

const NotChecked = () => (
  <details>
    <summary>What we do not look for</summary>
    <ul>
      {notChecked().map((what) => (
        <li key={what}>{what}</li>
      ))}
    </ul>
  </details>
);

/**
 * The public record of an offering, as everybody sees it: on the site, at sign-off and at the desk. It prints what the
 * vendor says and says whose words they are; what a lab found is never part of it.
 */
import type { VNode } from 'preact';
import type { Claim, Offering as PublicRecord } from '#schemas/offering.ts';
import { SUPPLIER_QUESTIONS } from '#schemas/question.ts';
import { CAPABILITY_LABELS, SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import { architecturePath, PATHS } from '#site/paths.ts';
import { Fact } from './Facts.tsx';
import { Instructions } from './Instructions.tsx';
import { Markdown } from './markdown.tsx';
import type { OfferChoices } from './offer-choices.ts';
import { offeringTitle } from './offering-title.ts';
import { Section } from './Section.tsx';

const TITLES = {
  claims: 'What the vendor claims',
  limits: 'What it does not do',
  access: 'How to get it',
  instructions: 'How to put it to work',
  answers: 'Eight questions on its updates',
} as const satisfies Partial<Record<keyof PublicRecord, string>>;

type Props = {
  record: PublicRecord;
  /** The words of the call, the architectures and the questions; what is not among them goes by its id. */
  choices: OfferChoices;
  /** Print the title too, as a heading of level 2. False where it is the heading of the page already. */
  titled?: boolean | undefined;
};

export function Offering({ record, choices, titled = true }: Props): VNode {
  const level = titled ? 3 : 2;
  return (
    <div class="record wide">
      {titled && <h2>{offeringTitle(record)}</h2>}
      <p class="lead">{record.summary}</p>
      <p class="note note--care">
        <strong>Being listed is no endorsement.</strong> What stands here is the vendor’s own word. Patch
        Commons recommends no product; only a run of the lab says that somebody else saw it work.
      </p>
      <OfferingFacts record={record} choices={choices} />
      <Section id="claims" title={TITLES.claims} level={level}>
        <Claims claims={record.claims} choices={choices} />
      </Section>
      <Section id="limits" title={TITLES.limits} level={level}>
        <Markdown text={record.limits} heading={level + 1} />
      </Section>
      {record.access && (
        <Section id="access" title={TITLES.access} level={level}>
          <Markdown text={record.access} heading={level + 1} />
        </Section>
      )}
      <Section id="instructions" title={TITLES.instructions} level={level}>
        <Instructions steps={record.instructions} level={level} />
      </Section>
      <Section id="answers" title={TITLES.answers} level={level}>
        <Answers answers={record.answers} choices={choices} level={level} />
      </Section>
    </div>
  );
}

/** The sections that a record has, in order, for a table of contents. */
export const offeringHeadings = (record: PublicRecord): { depth: 2; slug: string; text: string }[] =>
  Object.entries(TITLES)
    .filter(([part]) => record[part as keyof typeof TITLES] !== undefined)
    .map(([part, text]) => ({ depth: 2, slug: part, text }));

const OfferingFacts = ({ record, choices: { roles } }: Omit<Props, 'titled'>) => (
  <dl class="facts">
    <Fact name="Vendor">{record.vendor}</Fact>
    <Fact name="Product">{record.product}</Fact>
    <Fact name="Version">{record.version}</Fact>
    <Fact name="Scenarios">{record.scenarios.map((one) => SCENARIO_LABELS[one]).join(', ')}</Fact>
    <Fact name="Places in the architectures">
      {record.roles.length > 0 && (
        <ul class="facts__list">
          {record.roles.map((role) => (
            <li key={role}>
              <a href={architecturePath(role.split('/')[0] ?? '')}>
                {roles.find(({ id }) => id === role)?.name ?? role}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Fact>
  </dl>
);

const Claims = ({ claims, choices }: { claims: readonly Claim[]; choices: OfferChoices }) => (
  <ul class="claims">
    {claims.map(({ capability, claim, requirement }) => (
      <li key={`${capability} ${claim}`}>
        <span class="standing">{CAPABILITY_LABELS[capability]}</span> {claim}
        {requirement && (
          <p class="claims__requirement">
            Addresses <a href={`${PATHS.call}#${requirement}`}>{requirement}</a>:{' '}
            {choices.requirements.find(({ id }) => id === requirement)?.requires}
          </p>
        )}
      </li>
    ))}
  </ul>
);

type AnswersProps = Pick<Props, 'choices'> & { answers: PublicRecord['answers']; level: 2 | 3 };

/** In the order of the questions: a file keeps the keys of an object in an order of its own. */
function Answers({ answers, choices, level }: AnswersProps): VNode {
  const Heading = `h${level === 2 ? 3 : 4}` as const;
  return (
    <>
      {SUPPLIER_QUESTIONS.map((id) => (
        <section key={id} aria-labelledby={`answer-${id}`}>
          <Heading id={`answer-${id}`}>{choices.questions.find((one) => one.id === id)?.asks ?? id}</Heading>
          <Markdown text={answers[id]} heading={level + 2} />
        </section>
      ))}
    </>
  );
}

/** The facts at the head of a record: how it turned out, where, when, and what it was about. */
import type { ComponentChildren, VNode } from 'preact';
import type { CaseStudy } from '#schemas/case-study.ts';
import {
  ENVIRONMENT_LABELS,
  OUTCOME_LABELS,
  type Outcome,
  SECTOR_LABELS,
  SIZE_BAND_LABELS,
} from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';

export const OutcomeTag = ({ outcome }: { outcome: Outcome }): VNode => (
  <span class={`outcome outcome--${outcome}`}>{OUTCOME_LABELS[outcome]}</span>
);

type Organization = CaseStudy['organization'];

/** Who it happened to, as far as the public may know. */
export function organizationName(organization: Organization): string {
  if (organization.attribution === 'named') return organization.name;
  if (organization.attribution === 'described') return organization.description;
  return 'Not disclosed';
}

export const periodText = ({ from, to }: CaseStudy['period']) =>
  to && to !== from ? `${longDate(from)} to ${longDate(to)}` : longDate(from);

export function Facts({ record }: { record: CaseStudy }): VNode {
  const { organization, vulnerabilities, technologies } = record;
  const { region, sizeBand } = { region: undefined, sizeBand: undefined, ...organization };
  return (
    <dl class="facts">
      <Fact name="Outcome">
        <OutcomeTag outcome={record.outcome} />
      </Fact>
      <Fact name="Organization">{organizationName(organization)}</Fact>
      <Fact name="Sector">{SECTOR_LABELS[organization.sector]}</Fact>
      <Fact name="Size">{sizeBand && SIZE_BAND_LABELS[sizeBand]}</Fact>
      <Fact name="Region">{region}</Fact>
      <Fact name="Period">{periodText(record.period)}</Fact>
      <Fact name="Environment">
        {organization.environments.map((one) => ENVIRONMENT_LABELS[one]).join(', ')}
      </Fact>
      <Fact name="Technologies">{technologies.join(', ')}</Fact>
      <Fact name="Vulnerabilities">
        {vulnerabilities.length > 0 && <Vulnerabilities ids={vulnerabilities} />}
      </Fact>
    </dl>
  );
}

/** One fact; nothing at all where there is none to tell. */
export const Fact = ({ name, children }: { name: string; children: ComponentChildren }) =>
  children ? (
    <div class="facts__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;

const Vulnerabilities = ({ ids }: { ids: readonly string[] }): VNode => (
  <ul class="facts__list">
    {ids.map((id) => (
      <li>
        <a href={`https://www.cve.org/CVERecord?id=${id}`}>{id}</a>
      </li>
    ))}
  </ul>
);

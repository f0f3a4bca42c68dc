/** An invented offering as its vendor sends it, and the words of a small call, for tests of whatever takes or prints offerings. */
import { fileURLToPath } from 'node:url';
import { readOfferChoices } from '#api/publishing/known-content.ts';
import { sealOffering } from '#api/publishing/record.ts';
import { toPublic } from '#api/review/to-public.ts';
import type { OfferingContent } from '#schemas/offering.ts';
import type { PublishedOffering } from '#schemas/published.ts';
import { CONSENT_VERSION, type SubmissionInput } from '#schemas/submission.ts';
import { chainOf } from '#test/site/unit/cases.ts';

/** What the call, the architectures and the supplier questions of `content/` say. */
export const CHOICES = readOfferChoices(fileURLToPath(new URL('../../content', import.meta.url)));

export const VENDOR_MAIL = 'vera@lathe.example';

export const offeringSent = {
  kind: 'offering',
  contact: {
    name: 'Vera Vendor',
    email: VENDOR_MAIL,
    organization: 'Lathe Works',
    lab: { name: 'Lou Bench', email: 'lou@lathe.example' },
  },
  consent: { publish: true, authority: true, textVersion: CONSENT_VERSION },
  content: {
    vendor: 'Lathe Works',
    product: 'Sample Lathe',
    version: '3.1',
    summary: 'An invented product that releases patches in rings.',
    claims: [
      {
        capability: 'deploy',
        requirement: 'routine-deploy-rings',
        claim: 'Stops a release to all rings within one minute of one command.',
      },
      { capability: 'report', claim: 'Counts restarts for each ring.' },
    ],
    scenarios: ['routine_patching'],
    roles: ['on-premises-enterprise/deployer'],
    limits: 'It needs an agent, so it reaches no *appliance*.',
    access: 'Ask Lou for a licence key; the trial server is trial-7.lathe.example.',
    instructions: [
      {
        title: 'Install the console',
        prerequisites: 'A server in the management zone.',
        configuration: 'Run `setup` and set **require signatures** to on.',
        verification: 'Each relay is listed with a time.',
        rollback: 'Run `setup --remove`. A folder with logs remains.',
      },
      {
        title: 'Name the rings',
        configuration: 'Put one machine of each kind into the first ring.',
        verification: 'Release the test update and watch it stop.',
        rollback: 'Choose the plan of before.',
      },
    ],
    answers: {
      updates: 'Yes, in the contract.',
      cadence: 'Every second Tuesday.',
      'support-years': 'Five years from the day of the order.',
      schedule: 'Known a quarter ahead.',
      disclosure: 'By mail without a login.',
      'interim-mitigation': 'A setting with each advisory.',
      restart: 'The console, for four minutes.',
      'testing-and-rollback': 'On 300 machines of our own first.',
    },
  },
} as const satisfies SubmissionInput;

/** The same, as it is stored. */
export const offeringContentSent: OfferingContent = JSON.parse(
  JSON.stringify({ ...offeringSent.content, release: { access: 'reviewers_only' } }),
);

/** Its published file, as if it had come through review. */
export const offeringOf = (slug: string): PublishedOffering =>
  sealOffering({
    slug,
    version: 1,
    record: toPublic(offeringContentSent),
    provenance: {
      origin: 'submitted',
      publishedOn: '2026-11',
      rounds: 1,
      recommendations: 2,
      conflicts: 'none',
      rubricVersion: '1.0',
      events: chainOf(['confirm', 'submitter'], ['recommend', 'reviewer'], ['recommend', 'reviewer']),
    },
  });

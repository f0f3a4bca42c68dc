/** Our OSCAL documents against NIST's own schemas, made from the content as it is. */
import { describe, expect, test } from 'vitest';
import { componentDefinitionOf, type OfferedComponent } from '#site/oscal/component.ts';
import { mapSteps, namedControls } from '#site/oscal/control-map.ts';
import { mappingCollectionOf } from '#site/oscal/mapping.ts';
import { profileOf } from '#site/oscal/profile.ts';
import { readCatalogs, readControlNotes, readProcesses } from '#test/support/content.ts';
import { faultsOf, oscalSchema } from '#test/support/oscal.ts';

const SITE = new URL('https://commons.example/');
const DAY = '2026-11-22';
const { label } = readControlNotes();
const catalogs = readCatalogs();
const map = mapSteps(readProcesses(), catalogs);
const controls = namedControls(map, catalogs.sp80053);

/** Invented: there is no offering yet. */
const OFFERING: OfferedComponent = {
  slug: 'sample-deployer',
  vendor: 'Sample Vendor',
  product: 'Sample Deployer',
  version: '3.1',
  summary: 'Deploys patches in rings.',
  address: 'https://commons.example/offerings/sample-deployer/',
  claims: [
    {
      capability: 'deploy',
      claim: 'Holds a patch in the canary ring until a person releases it.',
      steps: ['routine-patching/canary'],
      runs: [{ verdict: 'partly', on: '2026-11-20', address: 'https://commons.example/lab/1/' }],
    },
  ],
};

describe('the map of steps to controls', () => {
  test('sorts what a step names by the document that defines it', () => {
    const [step] = map;
    expect(step?.csf.every(({ id }) => id.includes('.'))).toBe(true);
    expect(map.some(({ sp80053 }) => sp80053.some(({ label: one }) => one === 'SI-2'))).toBe(true);
  });

  test('refuses a control that neither document has, by its name and that of the step', () => {
    const [process] = readProcesses();
    if (!process) throw new Error('No process');
    const [first, ...rest] = process.data.steps;
    if (!first) throw new Error('No step');
    const stray = { ...process.data, steps: [{ ...first, controls: ['SI-99'] }, ...rest] };
    expect(() => mapSteps([{ id: process.id, data: stray }], catalogs)).toThrow(
      `${process.id}/${first.id} names SI-99`,
    );
  });
});

describe('the profile', () => {
  const document = profileOf(controls, DAY, label);

  test('is valid OSCAL 1.2.1', () => {
    expect(faultsOf(oscalSchema('profile'), document)).toEqual([]);
  });

  test('holds each control that a step names once, by NIST’s identifier', () => {
    const ids = document.profile.imports.flatMap((one) =>
      one['include-controls'].flatMap((select) => select['with-ids']),
    );
    expect(ids).toContain('si-2');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has another UUID once it holds something else, as OSCAL asks', () => {
    expect(profileOf(controls, DAY, label)).toEqual(document);
    expect(profileOf(controls.slice(1), DAY, label).profile.uuid).not.toBe(document.profile.uuid);
  });

  test('would not pass with a broken identifier, so that the check means something', () => {
    const broken = { profile: { ...document.profile, uuid: 'none' } };
    expect(faultsOf(oscalSchema('profile'), broken)).toEqual([expect.stringContaining('/profile/uuid')]);
  });
});

describe('the mapping of CSF 2.0 to SP 800-53', () => {
  const document = mappingCollectionOf(map, DAY, label, SITE);
  const { metadata, provenance, mappings } = document['mapping-collection'];

  test('is valid OSCAL 1.2.1', () => {
    expect(faultsOf(oscalSchema('mapping'), document)).toEqual([]);
  });

  test('says that it is ours and not NIST’s', () => {
    expect(label).toContain('Patch Commons');
    expect(metadata.remarks).toBe(label);
    expect(provenance['mapping-description']).toBe(label);
  });

  test('claims no more than that two sets meet, and names the step in which they do', () => {
    const maps = mappings.flatMap((one) => one.maps);
    expect(maps).toHaveLength(map.filter(({ csf, sp80053 }) => csf.length > 0 && sp80053.length > 0).length);
    for (const { relationship, links } of maps) {
      expect(relationship).toBe('intersects-with');
      expect(links).toHaveLength(1);
    }
  });
});

describe('the component definition of an offering', () => {
  const document = componentDefinitionOf(OFFERING, map, DAY, label);

  test('is valid OSCAL 1.2.1', () => {
    expect(faultsOf(oscalSchema('component'), document)).toEqual([]);
  });

  test('gives the claim for each control of the steps it serves, with what the lab found', () => {
    const canary = map.find(({ step }) => step === 'routine-patching/canary');
    const [component] = document['component-definition'].components;
    const requirements = component?.['control-implementations']?.flatMap(
      (one) => one['implemented-requirements'],
    );
    expect(requirements?.map((one) => one['control-id'])).toEqual(
      canary?.sp80053.map(({ id }) => id).toSorted(),
    );
    expect(requirements?.[0]).toMatchObject({
      description: 'Holds a patch in the canary ring until a person releases it.',
      links: [{ href: 'https://commons.example/lab/1/', text: 'Lab run of 2026-11-20: Partly verified' }],
    });
  });

  test('is valid without any claim too', () => {
    const silent = componentDefinitionOf({ ...OFFERING, claims: [] }, map, DAY, label);
    expect(faultsOf(oscalSchema('component'), silent)).toEqual([]);
  });
});

/** What all our OSCAL documents share: version of the language, metadata, and the catalogs that they refer to. */
import { PUBLISHER } from '#site/citing/csl.ts';
import { uuidOf } from '#site/uuid.ts';

const OSCAL_VERSION = '1.2.1';
const ROLE = 'creator';
const PARTY = uuidOf('oscal/party');

/** NIST's own machine-readable editions; identifiers are theirs. */
const CATALOGS = 'https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov';
export const SP80053_CATALOG = `${CATALOGS}/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json`;
export const CSF_CATALOG = `${CATALOGS}/CSF/v2.0/json/NIST_CSF_v2.0_catalog.json`;

/** `day` is that of the last change, and the version too. `label` says whose the statements are. */
export const metadataOf = (title: string, day: string, label: string) => ({
  title,
  'last-modified': `${day}T00:00:00Z`,
  version: day,
  'oscal-version': OSCAL_VERSION,
  roles: [{ id: ROLE, title: 'Document creator' }],
  parties: [{ uuid: PARTY, type: 'organization', name: PUBLISHER }],
  'responsible-parties': [{ 'role-id': ROLE, 'party-uuids': [PARTY] }],
  remarks: label,
});

/** A document under a UUID that changes with its content and with nothing else, as OSCAL asks. */
export const identified = <Content extends object>(kind: string, content: Content) => ({
  uuid: uuidOf(`oscal/${kind}/${JSON.stringify(content)}`),
  ...content,
});

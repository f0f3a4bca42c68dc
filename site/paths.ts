/**
 * Every address of the site, once. Pages, components, letters and tests take addresses from here and never write one.
 * All of them begin and end with a slash.
 */
import type { SubmissionKind } from '#schemas/vocabulary.ts';

export const PATHS = {
  home: '/',
  guide: '/guide/',
  processes: '/processes/',
  architectures: '/architectures/',
  questions: '/questions/',
  howFast: '/questions/how-fast/',
  whatTesting: '/questions/what-testing/',
  lessons: '/lessons/',
  evidence: '/evidence/',
  controls: '/controls/',
  maintenance: '/maintenance/',
  glossary: '/glossary/',
  offerings: '/offerings/',
  call: '/call/',
  insights: '/insights/',
  patchCurve: '/tools/patch-curve/',
  submit: '/submit/',
  submitLesson: '/submit/lesson/',
  submitOffering: '/submit/offering/',
  /** Printed by the API, like `status` and what is below it. */
  draft: '/submit/draft/',
  sent: '/submit/sent/',
  status: '/status/',
  open: '/open/',
  linkSent: '/open/sent/',
  desk: '/desk/',
  search: '/search/',
  data: '/data/',
  about: '/about/',
  privacy: '/privacy/',
  serviceLevels: '/service-levels/',
  comments: '/comments/',
  commentSent: '/comments/sent/',
  commentConfirm: '/comments/confirm/',
  commentConfirmed: '/comments/confirmed/',
  commentOpen: '/comments/open/',
  /** Printed by the API. */
  commentOwn: '/comments/yours/',
  commentWithdrawn: '/comments/withdrawn/',
  notFound: '/404/',
  shell: '/_shell/',
} as const;

/** Pages behind a code or a sign-in, and pages that are no destination: neither indexed nor listed in the site map. */
const UNLISTED = [
  PATHS.status,
  PATHS.draft,
  PATHS.open,
  PATHS.desk,
  PATHS.commentSent,
  PATHS.commentConfirm,
  PATHS.commentConfirmed,
  PATHS.commentOpen,
  PATHS.commentOwn,
  PATHS.commentWithdrawn,
  PATHS.notFound,
  PATHS.shell,
];

/** What was superseded: readable for good, found through the page that stands there now. */
const EARLIER_VERSION = new RegExp(`^(?:${PATHS.lessons}|${PATHS.offerings})[^/]+/versions/`);

export const isListed = (path: string) =>
  !UNLISTED.some((unlisted) => path.startsWith(unlisted)) && !EARLIER_VERSION.test(path);

/** Files that are no pages, so their addresses do not end with a slash. */
export const FILES = {
  lessonIndex: '/lessons/index.json',
  searchIndex: '/search/index.json',
  caseStudies: '/data/case-studies.json',
  offerings: '/data/offerings.json',
  processes: '/data/processes.json',
  controls: '/controls/controls.csv',
  controlMap: '/data/control-map.json',
  oscalProfile: '/data/oscal/profile.json',
  oscalMapping: '/data/oscal/mapping-collection.json',
  dataCitation: '/data/CITATION.cff',
  atom: '/feed.atom',
  jsonFeed: '/feed.json',
  provenance: '/provenance.json',
} as const;
/** A `provenance.json` of before, by the SHA-256 that the one after it names. */
export const earlierProvenance = (sha256: string) => `/provenance/${sha256}.json`;
export const schemaFile = (name: string) => `${PATHS.data}schemas/${name}.json`;
export const tableFile = (table: string, format: 'csv' | 'json') => `${PATHS.data}${table}.${format}`;
export const checklistFile = (process: string, format: 'csv' | 'md') =>
  `${PATHS.data}checklists/${process}.${format}`;

/** One page of the form in steps. */
export const draftStepPath = (step: string) => `${PATHS.draft}${step}/`;

export const guideVolumePath = (volume: string) => `${PATHS.guide}${volume}/`;
export const guideCitationFile = (volume: string, format: 'bib' | 'json') =>
  `${PATHS.guide}${volume}/cite.${format}`;
/** On disk and on the site: a PDF is of one version of a volume. */
export const guidePdfName = (volume: string, version: string) =>
  `patching-in-practice-${volume}-${version}.pdf`;
export const guidePdfFile = (volume: string, version: string) =>
  `${guideVolumePath(volume)}${guidePdfName(volume, version)}`;
export const guideSectionPath = (volume: string, section: string) => `${PATHS.guide}${volume}/${section}/`;
export const labTestPath = (procedure: string) => `${PATHS.guide}c/procedures/${procedure}/`;
export const termPath = (term: string) => `${PATHS.glossary}#${term}`;
export const processPath = (process: string) => `${PATHS.processes}${process}/`;
/** The page of one step, which holds its evidence: `/processes/emergency-patching/canary/`. */
export const stepPath = (process: string, step: string) => `${PATHS.processes}${process}/${step}/`;
/** The same from a step id as lessons write it: `emergency-patching/canary`. */
export const stepIdPath = (stepId: string) => `${PATHS.processes}${stepId}/`;
export const architecturePath = (architecture: string) => `${PATHS.architectures}${architecture}/`;
export const questionPath = (question: string) => `${PATHS.questions}${question}/`;
export const lessonPath = (slug: string) => `${PATHS.lessons}${slug}/`;
/** An offering as an OSCAL component definition. */
export const componentFile = (slug: string) => `${PATHS.data}oscal/offerings/${slug}.json`;
/** How to cite a case or an offering, for programs that keep references. */
export const citationFile = (slug: string, format: 'bib' | 'json', kind: SubmissionKind = 'lesson') =>
  `${recordPagePath(kind, slug)}cite.${format}`;
/** Every value of one facet: `/lessons/by/sector/`. */
export const facetPath = (facet: string) => `${PATHS.lessons}by/${facet}/`;
/** The lessons that share one value of it: `/lessons/by/sector/health/`. */
export const facetValuePath = (facet: string, value: string) =>
  `${facetPath(facet)}${encodeURIComponent(value)}/`;
export const offeringPath = (slug: string) => `${PATHS.offerings}${slug}/`;
/** The page of a published record of this kind. */
export const recordPagePath = (kind: SubmissionKind, slug: string) =>
  kind === 'offering' ? offeringPath(slug) : lessonPath(slug);
/** An earlier version of it, word for word, from when there is a newer one. */
export const versionPath = (kind: SubmissionKind, slug: string, version: number) =>
  `${recordPagePath(kind, slug)}versions/${version}/`;
/** A file of the records as it is stored: `case-studies/two-rings.v1.yaml`. */
export const storedFile = (file: string) => `${PATHS.data}records/${file}`;
/** Where a text is commented on, and where comments on it are read: `processes/emergency-patching`. */
export const commentPath = (textId: string) => `${PATHS.comments}${textId}/`;
/** A text by the name that comments give it. */
export const commentedTextPath = (textId: string) => `/${textId}/`;

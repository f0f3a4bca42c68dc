/**
 * The words that every room shares, each list written once: schema, table, route, page and label derive from it.
 * Labels for people stand beside the list. Nothing here may import anything.
 */

export const OUTCOMES = ['success', 'failure', 'mixed', 'challenge', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const OUTCOME_LABELS = {
  success: 'Success',
  failure: 'Failure',
  mixed: 'Mixed',
  challenge: 'Challenge',
  other: 'Other',
} as const satisfies Record<Outcome, string>;

export const ATTRIBUTIONS = ['named', 'described', 'anonymous'] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

export const SECTORS = [
  'health',
  'finance',
  'government',
  'energy',
  'transport',
  'manufacturing',
  'education',
  'retail',
  'technology',
  'telecommunications',
  'defence',
  'nonprofit',
  'professional_services',
  'several',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];
export const SECTOR_LABELS = {
  health: 'Health care',
  finance: 'Finance and insurance',
  government: 'Government',
  energy: 'Energy and utilities',
  transport: 'Transport and logistics',
  manufacturing: 'Manufacturing',
  education: 'Education and research',
  retail: 'Retail and hospitality',
  technology: 'Technology and software',
  telecommunications: 'Telecommunications',
  defence: 'Defence',
  nonprofit: 'Non-profit',
  professional_services: 'Professional services',
  several: 'Several sectors',
  other: 'Another sector',
} as const satisfies Record<Sector, string>;

/** Head counts, chosen wide enough that a band does not point at one organization. */
export const SIZE_BANDS = ['under_50', '50_249', '250_999', '1000_9999', '10000_plus', 'unknown'] as const;
export type SizeBand = (typeof SIZE_BANDS)[number];
export const SIZE_BAND_LABELS = {
  under_50: 'Under 50 people',
  '50_249': '50 to 249 people',
  '250_999': '250 to 999 people',
  '1000_9999': '1,000 to 9,999 people',
  '10000_plus': '10,000 people or more',
  unknown: 'Size not stated',
} as const satisfies Record<SizeBand, string>;

export const ENVIRONMENTS = [
  'on_premises',
  'cloud',
  'hybrid',
  'endpoints',
  'mobile',
  'ot',
  'medical_devices',
  'containers',
  'network_devices',
  'third_party_software',
] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
export const ENVIRONMENT_LABELS = {
  on_premises: 'On premises',
  cloud: 'Cloud',
  hybrid: 'Hybrid',
  endpoints: 'Workstations and laptops',
  mobile: 'Mobile devices',
  ot: 'Operational technology',
  medical_devices: 'Medical devices',
  containers: 'Containers',
  network_devices: 'Network devices',
  third_party_software: 'Third-party software',
} as const satisfies Record<Environment, string>;

/** What can happen to a vulnerability and its patch, in the order in which it usually happens. */
export const MILESTONES = [
  'disclosed',
  'patch_released',
  'exploit_public',
  'exploited',
  'kev_listed',
  'detected',
  'decided',
  'mitigated',
  'first_ring',
  'half',
  'most',
  'all',
  'rolled_back',
  'exception_opened',
  'exception_closed',
  'incident',
  'recovered',
] as const;
export type Milestone = (typeof MILESTONES)[number];
export const MILESTONE_LABELS = {
  disclosed: 'Disclosed',
  patch_released: 'Patch released',
  exploit_public: 'Exploit public',
  exploited: 'Exploited',
  kev_listed: 'Listed in KEV',
  detected: 'Detected',
  decided: 'Decided',
  mitigated: 'Mitigated',
  first_ring: 'First ring patched',
  half: 'Half patched',
  most: 'Most patched (95 %)',
  all: 'All patched',
  rolled_back: 'Rolled back',
  exception_opened: 'Exception opened',
  exception_closed: 'Exception closed',
  incident: 'Incident',
  recovered: 'Recovered',
} as const satisfies Record<Milestone, string>;

/** `exact`: the date is as precise as it is written (a day, a month, a year). `about`: it may be off by one such unit. */
export const DATE_PRECISIONS = ['exact', 'about'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

export const STEP_USES = ['followed', 'skipped', 'adapted', 'missing'] as const;
export type StepUse = (typeof STEP_USES)[number];
export const STEP_USE_LABELS = {
  followed: 'Followed',
  skipped: 'Skipped',
  adapted: 'Adapted',
  missing: 'Missing from their process',
} as const satisfies Record<StepUse, string>;

export const STEP_EFFECTS = ['helped', 'hurt', 'no_difference'] as const;
export type StepEffect = (typeof STEP_EFFECTS)[number];
export const STEP_EFFECT_LABELS = {
  helped: 'Helped',
  hurt: 'Hurt',
  no_difference: 'Made no difference',
} as const satisfies Record<StepEffect, string>;

export const STANDINGS = ['primary', 'secondary'] as const;
export type Standing = (typeof STANDINGS)[number];

/** How far a field of a submission travels. `withheld` never leaves the draft. */
export const RELEASE_LEVELS = ['public', 'generalised', 'reviewers_only', 'withheld'] as const;
export type ReleaseLevel = (typeof RELEASE_LEVELS)[number];
export const RELEASE_LEVEL_LABELS = {
  public: 'Public, as written',
  generalised: 'Public, generalised',
  reviewers_only: 'Reviewers only',
  withheld: 'Keep out (not sent)',
} as const satisfies Record<ReleaseLevel, string>;

export const VETTINGS = ['compiled', 'primary_opened', 'reviewed'] as const;
export type Vetting = (typeof VETTINGS)[number];
export const VETTING_LABELS = {
  compiled: 'Compiled by the editors from public records; not independently reviewed',
  primary_opened: 'Compiled by the editors; every primary source was opened and read',
  reviewed: 'Compiled by the editors and independently reviewed',
} as const satisfies Record<Vetting, string>;

export const CAPABILITIES = ['scan', 'report', 'deploy', 'measure_risk', 'isolate'] as const;
export type Capability = (typeof CAPABILITIES)[number];
export const CAPABILITY_LABELS = {
  scan: 'Scan',
  report: 'Report',
  deploy: 'Deploy',
  measure_risk: 'Measure risk',
  isolate: 'Isolate',
} as const satisfies Record<Capability, string>;

/** The seven scenarios of SP 1800-31. Not the four of SP 800-40r4 section 3.3: the two lists are never merged. */
export const SCENARIOS = [
  'asset_identification',
  'routine_patching',
  'routine_patching_cloud',
  'emergency_patching',
  'emergency_workaround',
  'isolation',
  'patch_system_security',
] as const;
export type Scenario = (typeof SCENARIOS)[number];
export const SCENARIO_LABELS = {
  asset_identification: 'Asset identification and assessment',
  routine_patching: 'Routine patching',
  routine_patching_cloud: 'Routine patching with cloud delivery',
  emergency_patching: 'Emergency patching',
  emergency_workaround: 'Emergency workaround and backout',
  isolation: 'Isolation of unpatchable assets',
  patch_system_security: 'Security of the patch management system',
} as const satisfies Record<Scenario, string>;

/** SP 800-40r4 section 3.3. */
export const MAINTENANCE_SCENARIOS = [
  'routine_patching',
  'emergency_patching',
  'emergency_mitigation',
  'unpatchable_assets',
] as const;
/** SP 800-40r4 section 2.1. */
export const RISK_RESPONSES = ['accept', 'mitigate', 'transfer', 'avoid'] as const;

export const SUBMISSION_KINDS = ['lesson', 'offering'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

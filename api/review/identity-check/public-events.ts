/** Whether a sentence tells of an event in public, whose day is known to all and says nothing of the submitter. */

const CLAUSE_END = /[.;:!?\n]|, | and we | but /;
const REACH = 120;
/** Blanked out (`public-names.ts`): an advisory, an update, a page of a maker. */
const PUBLIC_NAME = /\uE000+/g;
const PUBLIC_ACTORS = `KEV|CISA|NVD|MITRE|vendors?|suppliers?|makers?|manufacturers?|researchers?|Patch Tuesday|advisor(?:y|ies)|bulletin|Microsoft|Google|Apple|Oracle|Cisco|Citrix|VMware|Broadcom|Fortinet|Ivanti|Progress|Apache|Red Hat|Adobe|Atlassian|SolarWinds|CrowdStrike|Palo Alto|Juniper|SAP|Siemens|Zoho|Veeam|Exchange|Mozilla|OpenSSL|patch|fix|update|exploit|proof of concept|flaw|vulnerability|hotfix|security release|kb`;
const PUBLIC_VERBS = `releas(?:ed?|ing)|publish(?:ed|es)?|disclos(?:ed?|ure)|listed|lists|announced|warned|became public|came out|issued|made public|added|was public|went public|due`;
const PUBLIC_EVENT = new RegExp(
  String.raw`\b(?:${PUBLIC_ACTORS})\b.{0,120}\b(?:${PUBLIC_VERBS})\b|\b(?:${PUBLIC_VERBS})\b.{0,120}\b(?:${PUBLIC_ACTORS})\b`,
  'i',
);
const PUBLIC_NOTICE = /(?:advisory|bulletin|alert|directive|KEV|\uE000).{0,30} (?:of|from|dated) $/i;
const OWN =
  /\b(?:we|our|us|ours|my|I|rings?|waves?|production|pilots?|canary|fleet|sites?|internally|rollout|staff)\b/i;

/** The day of a public event is public: “Microsoft released the patch on 14 March 2017”. What we did on a day is ours. */
export function tellsPublicEvent(text: string, start: number, end: number): boolean {
  const lead =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const rest = text.slice(end, end + REACH).split(CLAUSE_END)[0] ?? '';
  const clause = `${lead} ${rest}`.replace(PUBLIC_NAME, 'advisory');
  return !OWN.test(clause) && (PUBLIC_EVENT.test(clause) || PUBLIC_NOTICE.test(lead));
}

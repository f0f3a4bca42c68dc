/**
 * Identifiers that look like somebody's own and are everybody's: advisories, standards, versions, hashes, registry keys and
 * pages of the public web. They are blanked out before the detectors look, so that no detector has to know them.
 */

const ADVISORIES = [
  String.raw`MS\d\d-\d{3}`,
  `GHSA(?:-[a-z0-9]{4}){3}`,
  String.raw`AA\d\d-\d{3}[A-Z]`,
  String.raw`ADV\d{6}|CTX\d{5,6}|T\d{4}(?:\.\d{3})?|TA\d{4}`,
  String.raw`cisco-sa-[\w-]{1,80}`,
  String.raw`(?:RH[SBE]A|ELSA|ALAS\d?|SUSE-SU|FEDORA|CESA)-\d{4}[:-]\d{1,6}(?:[:-]\d)?`,
  String.raw`(?:VMSA|NTAP|SVD|ZDI|JSA|PAN-SA|SSA|ESB|APSB|SNYK|TALOS|JVNDB|JVN|FG-IR|USN|DSA|DLA|GLSA|ED|BOD|XSA|VU|ICSMA|ICSA|EDB|GAO|CAPEC|EUVD)[- #]?\d{1,8}(?:-\d{1,6}){0,2}[A-Z]?`,
];
const STANDARDS = [
  String.raw`(?:NIST )?SP[ -]?\d{3,4}-\d{1,3}\w?(?: ?[Rr](?:ev\.? ?)?\d)?`,
  String.raw`RFC ?\d{1,4}|(?:ISO|IEC|ISA|EN|DIN|ANSI|IEEE|RJ|RS|UTS|ETSI|NERC|FIPS|PCI|CIS|CSF|NISTIR|BSI|ISM)(?:[/ -](?:IEC|DSS|EN|ISA|CIP))?[ -]?v?\d{1,6}(?:[-.:]\d{1,4}){0,4}`,
  String.raw`(?:SHA|AES|RSA|UTF|TLS|SSL|3?DES|ECDSA|MD|HTTP|SMB|NTLM|WPA|CAT|USB|RAID|COVID|GPT|APT|FIN|UNC|SIL|IP|EPSS|CVSS)[- ]?v?\d{1,4}(?:\.\d{1,2})?`,
];
/** Products whose names hold numbers, and models of makers. */
const PRODUCTS = [
  String.raw`(?:Office|Microsoft|Dynamics|Windows(?: Server)?|Server|SQL Server|Exchange(?: Server)?|SharePoint|Visual Studio|iOS|iPadOS|macOS|Android|Ubuntu|Debian|RHEL|Enterprise Linux|Fedora|SLES|Linux|Java|JDK|Python|PHP|Node|Chrome|Firefox|Edge|iPhone|Oracle|Database|SAP|vSphere|ESXi|vCenter|Acrobat|WebLogic|Tomcat|OpenSSL|Log4j|Struts|Catalyst|Nexus|PowerEdge|ProLiant|FortiGate|FortiOS|PAN-OS|Junos|LaserJet)[ -]v?\d{1,5}(?:\.\d{1,5}){0,4}(?:[-/ ]?[A-Z]{1,2}\d{0,3})?`,
  String.raw`(?:ASA|PA|MX|EX|SRX|ISR|ASR|QFX|DL|ML|FG|UCS|XPS|STD)-\d{2,5}[A-Z]{0,2}`,
];
/** Controls of catalogues, like `SI-2(1)` and `ID.AM-08`. */
const CONTROLS = String.raw`(?:[A-Z]{2}\.)?(?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR|AM|IP|DS|BE|GV|RM|SC|AA|AE|MI|RP|CO|AN)-\d{1,2}(?:\(\d{1,2}\))?`;
const NAMED = new RegExp(
  String.raw`(?<![\w@.\\/-])(?:${[...ADVISORIES, ...STANDARDS, ...PRODUCTS, CONTROLS].join('|')})(?![\w])`,
  'g',
);

const VERSION = String.raw`v?\d{1,6}(?:\.\d{1,6}){1,5}(?:[-_][\w.]{1,20})?`;
const VERSIONS = [
  String.raw`(?<=\b(?:versions?|releases?|builds?|firmware|revision|updated? to|upgraded? to|patch level|v\.)[ :]{1,2})${VERSION}(?:(?:, | and | or | to | through | before |–|/)${VERSION}){0,6}`,
  `${VERSION}(?=,? (?:(?:or|and) (?:later|earlier|newer|older|above|below|higher)))`,
];
const PREFIXED = String.raw`CVE-\d{4}-\d{4,}|CWE-\d{1,5}|KB ?\d{6,8}`;
const HASHES = `0x[0-9a-f]{2,16}|[0-9a-f]{128}|[0-9a-f]{96}|[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32}`;
const FOLDERS = [
  String.raw`(?:HKLM|HKCU|HKCR|HKU|HKCC|HKEY_[A-Z_]{4,24}):?\\[^\s,;)"\x60]{0,260}`,
  String.raw`[A-Z]:\\(?:Windows|ProgramData|Program Files(?: \(x86\))?|Temp|inetpub)(?:\\[^\s\\,;)"\x60]{1,120}){0,12}`,
  String.raw`/(?:etc|var|usr|opt|proc|sys|boot|bin|lib|tmp)(?:/[\w.@+-]{1,120}){0,12}`,
];
/** The last label of a name of the public web. */
const ENDING = `(?:com|org|net|gov|edu|mil|io|eu|int|info|dev|cloud|app|blog|news|tech|ai|co|uk|de|fr|nl|at|ch|es|it|pl|se|no|dk|fi|be|ie|pt|cz|ca|us|au|nz|jp|in|br|kr)`;
const PAGES = String.raw`(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,6}${ENDING}(?![a-z0-9-]|\.[a-z0-9])(?:[/?#][^\s<>"'\x60\])]{0,2000})?`;
const WRITTEN_ANYHOW = new RegExp(
  String.raw`(?<![\w@.\\/-])(?:${[PREFIXED, HASHES, ...FOLDERS, ...VERSIONS, PAGES].join('|')})(?![\w])`,
  'gi',
);

/** Not a letter, digit or space, and in no pattern of a detector. */
const BLANK = '\uE000';
const blank = (found: string) => BLANK.repeat(found.length);

/** The text with every public identifier blanked out, of exactly the same length. */
export const withoutPublicNames = (text: string) => text.replace(WRITTEN_ANYHOW, blank).replace(NAMED, blank);

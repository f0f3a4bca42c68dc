/** Word lists of the check of names. All in lower case and without marks on letters. */

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words in names of organizations that do not tell one from another. */
export const ORGANIZATION_WORDS = listOf(`
  academy administration advisory agency alliance america american area assurance authority bank banking board british
  bureau care center central centre charity church city clinic college commission committee community companies company
  computer consulting corporation council county credit data department design development digital district eastern
  education electric energy engineering enterprise enterprises europe european export federal federation finance financial
  first food foods foundation fund general german global government green group health healthcare holding holdings hospital
  hospitals house housing industrial industries information institute insurance international klinik klinikum
  krankenhaus laboratories laboratory library limited local logistics management manufacturing marine media medical
  metropolitan ministry motors municipal municipality museum national network networks northern nursing office pacific
  partners partnership patch pharma pharmacy police port power products public railway regional research resources retail
  royal school schools science sciences security service services shipping society software solar solutions
  southern sparkasse stadt stadtwerke state states steel store stores support systems technical technologies technology
  telecom trade transit transport travel treasury trust union united universal university utilities valley water
  western works world worldwide
`);

/** Abbreviations of the field that initials of an organization may happen to spell. */
export const ACRONYMS = listOf(`
  soc cve cvss kev vpn erp cia api mac sql dns ssl tls ssh ssd cpu gpu ram rom usb lan wan nas san esx ntp cab cio cto ciso
  ceo cfo coo cso dba iot ics scada plc hmi mdm edr xdr siem soar nac mfa sso iam rpo rto sla slo kpi poc ioc apt url dll
  exe msi mst gpo wsus cis csf nist iso iec nerc pci dss gdpr nis sbom vex ssvc epss cwe cpe oval scap itil itsm cmdb aws
  gcp sap ibm amd arm bsd iis smb rdp ftp pdf xml csv eol eos oem isp msp cert dmz ids ips utm waf usa the and all new
`);

/** Names that are words too. They count after a title or beside the rest of the name. */
export const EVERYDAY_NAMES = listOf(`
  april art august austin baker banks bell berry best bill bird bishop black blue bond booth brook brooks brown buck bush
  carpenter carter case chance charity chase church clay close cook cooper cross crystal dale dawn day dean drew duke
  earl england faith farmer field fields fisher flint florence ford forest fox france frank free frost gardener glass gold
  grace grant gray green grey guy hand harmony heath hill hope house hunt hunter iris ivy jack jasmine jordan joy june key
  king knight lake lane law lily little long love major marble mark marks mason max may miles mill miller mills moon moss
  nick north nova page paris park patch penny pierce pike pipe pond pool poole porter post potter power price pride prince
  ray read reed rich ring rivers rob robin rock rod rose ruby rush rusty sandy sharp shepherd short sky small smart smith
  snow south spring stack star steel stern stone storm strange street strong sue summer summers swift taylor temple terry
  trace tucker turner van victor violet wade walker wall wallace ward waters webb weeks wells west white wild will wise wolf
  wood woods worth young
`);

/** Small words that belong to a surname. */
export const PARTICLES =
  listOf(`van der den de von vom zu zum zur la le les lo du di da do dos das del della dei al el bin
  ibn ben abu ter ten op af av och y e thi st`);

/** What stands before or after a name and is none of it. */
export const TITLES =
  listOf(`dr drs prof professor mr mrs ms mx miss sir dame lord lady herr frau mme mlle m ing ir dipl
  diplom med phd msc bsc mba md cissp cism jr sr ii iii`);

/** Someone who gave such a name gave none. */
export const ROLE_WORDS = listOf(`
  admin administrator analyst anonymous anon anybody ciso cio contact department desk director engineer engineering group
  head help helpdesk info it it-security lead mail manager me member myself name nobody none office officer operations ops
  patch patches patching people person private reader security service servicedesk someone somebody soc staff submitter
  support system systems team test tester user webmaster writer
`);

/** Word lists of the check of names. All in lower case and without marks on letters. */

const listOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words in names of organizations that do not tell one from another, in the singular where they have one. See `isOrganizationWord`. */
const ORGANIZATION_WORDS = listOf(`
  academy administration advisory agency airline airport airways alliance america american area association assurance
  authority bakery bank banking board brewery british broadcasting building bureau care catering center central centre
  charity chemical chemist church city clinic college commission committee community company computer construction
  consulting cooperative corporation council county courier court credit dairy data dental dentist department design
  development digital distribution district eastern education electric energy engineering enterprise estate europe
  european export factory farm farmer federal federation ferry finance financial fire first fishery food foundation
  freight fund furniture gas general german global government green grocery group health healthcare holding hospital
  hotel house housing hydro imaging industrial industries information institute insurance international investment
  klinik klinikum krankenhaus laboratory laundry law lawyer leisure library limited loan local logistics mail management
  manufacturing marine media medical metropolitan mill mining ministry mortgage motors municipal municipality museum
  national network newspaper northern nursery nursing office oil optician pacific packaging paper parking partners
  partnership patch pension petroleum pharma pharmacy pipeline plant plastic police port post power practice press
  primary printing products property public publishing radio radiology rail railway ranch recycling refinery regional
  research resources restaurant retail royal savings school science seafood security service sewage ship shipping
  shipyard shop society software solar solutions southern sparkasse stadt stadtwerke state steel storage store
  supermarket supply support surgery systems tax technical technology telecom telephone television terminal textile
  theater theatre therapy timber tobacco tourism trade transit transport transportation travel treasury trucking trust
  union united universal university utility valley veterinary warehouse wastewater water western wholesale wind winery
  works world worldwide
`);

/** Whether a plain word, in the singular or the plural, may stand in the name of any organization of its sector. */
export const isOrganizationWord = (word: string): boolean =>
  [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].some((form) =>
    ORGANIZATION_WORDS.has(form),
  );

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

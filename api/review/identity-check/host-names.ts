/** Whether a word is the name of a machine, by the habits of those who name machines. */

/** What machines are for. Short ones must stand as a part of their own. */
const ROLES =
  'srv|svr|server|sql|ora|oracle|mssql|mysql|pgsql|web|www|app|apps|api|file|fileserver|filer|share|print|prn|printer|mail|exch|smtp|relay|dns|dhcp|ntp|ldap|adfs|wsus|sccm|mecm|mdt|esx|esxi|vmhost|vmw|vcenter|vcsa|hyperv|host|node|kube|k8s|docker|worker|master|nas|san|stor|storage|proxy|vpn|fortigate|core|edge|dist|switch|router|jump|jumphost|bastion|citrix|ctx|xen|xenapp|rds|rdp|term|erp|sap|crm|bkp|backup|veeam|mgmt|mon|monitor|nagios|log|syslog|siem|prod|prd|test|tst|stage|stg|uat|qas|dev|ws|wks|wkst|pc|ltp|desk|hmi|plc|scada|hist|historian|kiosk|pos|till|scan|scanner|cam|db|dc|fs|ad|gw|fw|sw|rtr|lb|hv|vm|vdi|dp|mp|ap|nb|lt|cl|mx|ex|cn';
const ROLE = new RegExp(`^(?:${ROLES})$`, 'i');
const LONG_ROLES = ROLES.split('|')
  .filter((role) => role.length >= 3)
  .join('|');
const ROLE_AT_EDGE = new RegExp(`^(?:${LONG_ROLES}|dc|db|fs)|(?:${LONG_ROLES}|dc|db|fs|ex|vm)$`, 'i');
const ROLE_WITHIN = /(?:srv|svr|sql|web|app|esx|vmw|dom|exch|file|print|prt|ora|ctx|wsus|bkp|mail)/i;
/** A kind of machine and a number, which is neither the key of a ticket system nor a product. */
const MACHINE_NUMBER =
  /^(?:(?:PC|WS|WKS|WKST|NB|LT|LTP|VM|SRV|SVR|DC|VDI)[-_]\d{2,6}|[A-Z]{3,10}[-_](?:DC|FS|DB|SQL|EX|APP|WEB|SRV|ESX|VM|HV|FW|PRN)\d{1,3})$/;
/** Products, counted things and tickets that are written like names of machines. */
const NO_MACHINE =
  /^(?:(?:windows|win|server|office|exchange|sql|sharepoint|outlook|visual|oracle|node|java|jdk|jre|python|php|perl|ruby|go|log4j|rhel|el|centos|ubuntu|debian|sles|fedora|macos|ios|android|esxi?|vsphere|hyper-?v|pan-?os|fortios|asa|nexus|catalyst|draft|ring|wave|phase|chapter|section|part|table|figure|appendix|annex|lesson|item|note|task|option|sprint|site|floor|room|zone|batch|round|volume|slide|row|line|point|rule|control|question|case|type|class|category|grade|stage|tier|group|level|step|day|week|month|year|version|release|build|update|patch|cu|sp|rev|ip|ipv|smb|ntlm|http|tls|ssl|utf|sha|aes|md|x|amd|arm|i|mp|h|s|ec|o|m|d|web|top|log|q|fy|port|test|page|core|host|edge|master|app|scan|switch)[-_]?v?\d{1,4}(?:[-_]?[a-z]{0,3}\d{0,3})?|\w*log4j\w*|(?:x86|amd64|arm64|win32|x64)(?:[-_]\w+)*)$/i;
const TICKET =
  /^(?:INC|CHG|RITM|REQ|PRB|S?C?TASK|CRQ|PBI|TKT|STRY|SR|CR|WO|HD|AST|ASSET|INV|CI)[-_]?\d{2,12}(?:-\d{2,8}){0,2}$/;
const SHORT_HASH = /^[0-9a-f]{7,12}$/;
const SPEAKS_OF_HOSTS =
  /\b(?:servers?|host(?:name)?|machine|VM|node|controller|workstation|computer|appliance|box|cluster|switch|firewall|router|database|laptop|restarted|rebooted)(?: (?:named|called))?,? ["“'`(]?$/i;

/**
 * `srv-app-01`, `LONSQLP03`, `muc-dc-02`: a number at the end and a role, or a number with a leading zero in a name of parts.
 * People pad the numbers of machines with zeros; versions, models and the keys of ticket systems are not padded.
 * `lead` is what stands before it.
 */
export function isHostName(token: string, lead: string): boolean {
  if (
    token.length < 4 ||
    token.length > 40 ||
    NO_MACHINE.test(token) ||
    TICKET.test(token) ||
    SHORT_HASH.test(token)
  )
    return false;
  const parts = token.split(/[-_]/);
  const { stem, number } = numbered(parts.at(-1) ?? '');
  const isPadded = /^0\d/.test(number);
  const isCalledHost = SPEAKS_OF_HOSTS.test(lead);
  if (parts.length === 1) return isPadded || number !== '' ? isSingleName(stem, number, isCalledHost) : false;

  const hasRole = [...parts.slice(0, -1), stem].some(isRole);
  if (number !== '' && (isPadded || (hasRole && parts.length > 2) || MACHINE_NUMBER.test(token))) return true;
  return isCalledHost && token.length >= 6;
}

function numbered(part: string): { stem: string; number: string } {
  const match = /^(.*?[a-z])?(\d{1,6})[a-z]?$/i.exec(part);
  return { stem: match?.[1] ?? (match ? '' : part), number: match?.[2] ?? '' };
}

const isRole = (part: string) =>
  part !== '' && (ROLE.test(part) || ROLE_AT_EDGE.test(part.replace(/\d+/g, '')));

/** `LONSQLP03`, `ham01vmw12`, `fileserver2`: without parts a role must be in it, since much else is letters and a number. */
function isSingleName(stem: string, number: string, isCalledHost: boolean): boolean {
  const letters = stem.replace(/\d+/g, '');
  if (letters.length < 2) return false;
  const hasRole = isRole(stem) || ROLE_WITHIN.test(letters);
  if (number.startsWith('0') && number.length > 1) return hasRole || isCalledHost;
  if (letters !== stem) return hasRole;
  return hasRole && number.length <= 2 && letters.length >= 5 && /^(?:[A-Z]+|[a-z]+)$/.test(letters);
}

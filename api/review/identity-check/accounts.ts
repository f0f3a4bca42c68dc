/** The accounts that people and services have on machines, and folders named for them. */
import { type Detector, fitted, type Match, matchesOf, placeOf } from './matches.ts';

const DOMAIN_ACCOUNT =
  /(?<![\w\\:/.-])(?!HK|NT\b|BUILTIN|SOFTWARE|SYSTEM|WINDOWS|USERS|CONTROL)[A-Z][A-Z0-9-]{1,14}\\{1,2}(?<code>[A-Za-z][\w.$-]{1,63})(?!\w)/dg;
const HOME =
  /(?:\b[a-z]:\\{1,2}(?:users|documents and settings)\\{1,2}|(?<![\w/])\/(?:home|users)\/)(?<code>[^\s\\/,;:"'`)<>]{2,64})/dgi;
const SERVICE_ACCOUNT = /(?<![\w\\/.@-])(?:svc|adm|usr|sa)[-_.][a-z][\w.-]{1,40}(?<=\w)\$?(?![\w@\\])/gi;
const NAMED_ACCOUNT =
  /\b(?:user ?names?|user ?ids?|log-?in|logon|accounts?|sAMAccountName|UPN|logged (?:in|on) as|as user|run(?:s|ning)? as|ran as)(?: name| id)?[ :=]{1,3}["“'`(]?(?<code>[a-z][\w.-]{2,40}(?<=\w))(?![\w@\\])/dgi;
const EVERYBODYS_ACCOUNT =
  /\.(?:js|exe|py|sh|ps1|bat|net|com|org)$|^(?:user|users|username|name|you|me|public|default|all|shared|administrators?|admins?|root|system|guest|everyone|ubuntu|debian|centos|ec2-user|vagrant|pi|oracle|postgres|nobody|service|localservice|local|networkservice|trustedinstaller|%\w+%|\$\w+|<\w+>)$/i;

export const userNames: Detector = (text) => [
  ...matchesOf(text, HOME, (match) => account(text, match, 'user')),
  ...matchesOf(text, DOMAIN_ACCOUNT, (match) => account(text, match)),
  ...matchesOf(text, SERVICE_ACCOUNT, (match) => account(text, match)),
  ...matchesOf(text, NAMED_ACCOUNT, (match) =>
    /[\d._]/.test(match.groups?.['code'] ?? '') ? account(text, match) : undefined,
  ),
];

/** Of a path only the name goes, and `folder` stands in its place; of `DOMAIN\name` all goes. */
function account(text: string, match: RegExpExecArray, folder?: string): Match | undefined {
  const { start: from, end: to } = placeOf(match);
  const name = text.slice(from, to).replace(/\.+$/, '');
  if (name.length < 2 || EVERYBODYS_ACCOUNT.test(name)) return undefined;
  const start = folder === undefined && match[0].includes('\\') ? match.index : from;
  return {
    kind: 'user_name',
    start,
    end: from + name.length,
    proposal: folder ?? fitted(text, start, 'a user account'),
  };
}

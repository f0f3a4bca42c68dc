/** IP and MAC addresses, single ones, ranges and networks. */
import { before, type Detector, fitted, inAddress, type Match, matchesOf } from './matches.ts';

const DOT = String.raw`(?:\.|\[\.\]|\(\.\))`;
const IPV4 = String.raw`\d{1,3}(?:${DOT}(?:\d{1,3}|[xX*](?![\w]))){3}`;
const IPV4_PLACE = new RegExp(
  String.raw`(?<![\w.\uE000-]|\[\.\])${IPV4}(?:/\d{1,2}(?![\d.]))?(?: ?(?:-|–|to) ?${IPV4}|-\d{1,3}(?![\d.]))?(?::\d{1,5})?(?![\w-]|\.\d|\[\.\]\d)`,
  'g',
);
const IPV6_PLACE =
  /(?<![\w:.])\[?[0-9a-f:]{2,39}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?:%\w{1,15})?\]?(?:\/\d{1,3})?(?![\w:])/gi;

export const ipAddresses: Detector = (text) => [
  ...matchesOf(text, IPV4_PLACE, ({ 0: found, index }) =>
    isAddress(found, before(text, index)) ? generalised(text, index, trimmed(found)) : undefined,
  ),
  ...matchesOf(text, IPV6_PLACE, ({ 0: found, index }) =>
    isIpv6(found) ? generalised(text, index, trimmed(found)) : undefined,
  ),
];

/** An opening bracket belongs to the address only with its closing one. */
const trimmed = (found: string) =>
  found.startsWith('[') === found.includes(']', 1) ? found : found.replace(/\]$/, '');

function generalised(text: string, start: number, found: string): Match {
  const end = start + found.length;
  const isNetwork = /\/\d|\d ?(?:-|–|to) ?\d|[x*]$/i.test(found);
  const phrase = isNetwork ? 'an internal network' : 'an internal address';
  const proposal = inAddress(text, start, end) ? 'internal.example' : fitted(text, start, phrase);
  return { kind: 'ip_address', start, end, proposal: nouned(text, start, proposal) };
}

const NAMED_BEFORE =
  /\b(?:address(?:es)?|server|host|machine|appliance|device|network|subnet|gateway|controller|range|node|switch|firewall|scanner|IP)s? $/i;
const nouned = (text: string, start: number, phrase: string) =>
  NAMED_BEFORE.test(before(text, start)) && !phrase.includes('.') ? '[address removed]' : phrase;

/** Addresses that are the same in every network, and masks. */
const EVERYBODYS =
  /^(?:127\.|0\.0\.0\.0|255\.|8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|9\.9\.9\.9|169\.254\.169\.254)/;
const SPEAKS_OF_VERSIONS =
  /(?:versions?|release|build|firmware|patch(?:ed)?|fix(?:ed)?|update|upgraded?|agent|client|driver|library|rolled back to|\bv)\b[^.!?\n]{0,40}$/i;
const SPEAKS_OF_ADDRESSES =
  /(?:\bIPs?|address(?:es)?|hosts?|servers?|subnet|network|from|\bat|scanner|gateway|\(|\/\/)\s?(?:\w{1,3}\s)?$/i;

function isAddress(found: string, lead: string): boolean {
  const plain = found.replace(/[[\]()]/g, '');
  if (EVERYBODYS.test(plain)) return false;
  const [first = ''] = /^[\dx*.]+/i.exec(plain) ?? [];
  const parts = first.split('.').map(Number);
  if (parts.some((part) => part > 255)) return false;
  if (/[:/[(–x*]|-/i.test(found.slice(1)) || isPrivate(parts)) return !versioned(lead);
  // Small numbers and no word of a network: more often a version than an address.
  return parts.every((part) => part < 30) ? SPEAKS_OF_ADDRESSES.test(lead) : !versioned(lead);
}

const versioned = (lead: string) => SPEAKS_OF_VERSIONS.test(lead) && !SPEAKS_OF_ADDRESSES.test(lead);
const isPrivate = ([first = 0, second = 0]: readonly number[]) =>
  first === 10 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second < 32);

function isIpv6(found: string): boolean {
  const [address = ''] = found.replace(/[[\]]/g, '').split(/[/%]/);
  if (/^::1?$/.test(address) || !/\d/.test(address) || /:::|::.{0,39}::/.test(address)) return false;
  const groups = address.split(':').filter((group) => group !== '');
  if (groups.some((group) => !/^(?:[0-9a-f]{1,4}|\d{1,3}(?:\.\d{1,3}){3})$/i.test(group))) return false;
  return address.includes('::') ? groups.length < 8 : groups.length === 8;
}

const PAIRS = String.raw`[0-9a-f]{2}(?:([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}|(?:\.[0-9a-f]{2}){5})`;
const QUADS = `[0-9a-f]{4}(?:[.:-][0-9a-f]{4}){2}`;
const MAC_PLACE = new RegExp(String.raw`(?<![\w.:-])(?:${PAIRS}|${QUADS}|[0-9a-f]{12})(?![\w:-]|\.\w)`, 'gi');
const SPEAKS_OF_MAC =
  /\b(?:MAC|hardware address|ethernet|physical address|BSSID|Wi-?Fi address)\b[^.!?\n]{0,30}$/i;

export const macAddresses: Detector = (text) =>
  matchesOf(text, MAC_PLACE, ({ 0: found, index }) =>
    isMac(found, before(text, index))
      ? { kind: 'mac_address', start: index, end: index + found.length, proposal: '[MAC address removed]' }
      : undefined,
  );

/** Digits alone, or no separators, may be anything else: a word must say what it is. */
function isMac(found: string, lead: string): boolean {
  if (SPEAKS_OF_MAC.test(lead)) return true;
  return (
    /[.:-]/.test(found) && (/[a-f]/i.test(found) || /[:-]/.test(found)) && !/^\d{4}-\d{4}-\d{4}$/.test(found)
  );
}

/** What a browser said of itself, roughly and in words: “Firefox on Windows”. Pure. */

/** In this order: most browsers name others beside themselves. */
const BROWSERS = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPod)\b/, 'an iPhone'],
  [/\biPad\b/, 'an iPad'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'a Mac'],
  [/\bLinux\b/, 'Linux'],
] as const;

export function browserWords(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const [, browser = 'A browser or program'] = BROWSERS.find(([pattern]) => pattern.test(text)) ?? [];
  const [, system] = SYSTEMS.find(([pattern]) => pattern.test(text)) ?? [];
  return system ? `${browser} on ${system}` : browser;
}

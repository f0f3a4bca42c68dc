import { expect, test } from 'vitest';
import { currentMark, MAIN_LINKS } from '#site/navigation.ts';
import { isListed, lessonPath, PATHS, processPath, stepIdPath, stepPath } from '#site/paths.ts';

test.each([
  ['/lessons/', '/lessons/', 'page'],
  ['/lessons/two-rings/', '/lessons/', 'true'],
  ['/', '/lessons/', undefined],
  ['/lessons/', '/', undefined],
] as const)('on %s the link to %s is marked %s', (here, href, mark) => {
  expect(currentMark(here, href)).toBe(mark);
});

test('no page lies in two sections of the header', () => {
  for (const path of Object.values(PATHS))
    expect(MAIN_LINKS.filter(({ href }) => currentMark(path, href)).length, path).toBeLessThanOrEqual(1);
});

test('every address begins and ends with a slash, because the site is built as folders', () => {
  const made = [lessonPath('two-rings'), processPath('isolation'), stepPath('isolation', 'segment')];
  for (const path of [...Object.values(PATHS), ...made]) expect(path).toMatch(/^\/(.*\/)?$/);
});

test('a step has one address, whether it is named in two parts or as lessons write it', () => {
  expect(stepIdPath('emergency-patching/canary')).toBe(stepPath('emergency-patching', 'canary'));
  expect(stepPath('emergency-patching', 'canary')).toBe('/processes/emergency-patching/canary/');
});

test('pages behind a code or a sign-in are not listed, nor is what lies below them', () => {
  expect(isListed('/lessons/two-rings/')).toBe(true);
  for (const path of ['/status/', '/open/', '/desk/queue/', '/_shell/', '/404/'])
    expect(isListed(path)).toBe(false);
});

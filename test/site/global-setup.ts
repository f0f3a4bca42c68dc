/** Builds the site once for all tests that look at it, of whichever project; they take its folder by `inject('siteFolder')`. */
import type { TestProject } from 'vitest/node';
import { type BuiltSite, buildSite } from '#test/support/built-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
  }
}

/** Each project runs this file anew, in the same process. */
const shared = globalThis as typeof globalThis & {
  builtForTests?: { site: Promise<BuiltSite>; users: number };
};

export async function setup(project: TestProject) {
  shared.builtForTests ??= { site: buildSite(), users: 0 };
  const built = shared.builtForTests;
  built.users += 1;
  const { folder, remove } = await built.site;
  project.provide('siteFolder', folder);
  return async () => {
    built.users -= 1;
    if (built.users === 0) await remove();
  };
}

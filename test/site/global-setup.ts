/** Builds the site once for all tests of this project; they take its folder by `inject('siteFolder')`. */
import type { TestProject } from 'vitest/node';
import { buildSite } from '#test/support/built-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteFolder: string;
  }
}

export async function setup(project: TestProject) {
  const { folder, remove } = await buildSite();
  project.provide('siteFolder', folder);
  return remove;
}

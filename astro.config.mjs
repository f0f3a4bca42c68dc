import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { recordCitationFiles } from './site/building/citations.ts';
import { leanPreact } from './site/building/preact.ts';
import { compiledSheets, LOAD_PATHS } from './site/building/sheets.ts';
import { storedFiles } from './site/building/stored-files.ts';
import { isListed, PATHS } from './site/paths.ts';

/** Adds `/_shell/`, the page that the API fills. Astro takes no file whose name begins with an underscore as a page. */
const shell = {
  name: 'shell',
  hooks: {
    'astro:config:setup': ({ injectRoute }) =>
      injectRoute({ pattern: PATHS.shell, entrypoint: './site/shell/ShellPage.astro', prerender: true }),
  },
};

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  site: process.env.PUBLIC_URL ?? 'http://localhost:4321',
  trailingSlash: 'always',
  output: 'static',
  build: { inlineStylesheets: 'never', concurrency: 8 },
  security: {
    csp: {
      // Scripts and styles come from this site or carry a hash; Astro adds those. `frame-ancestors` has no effect in a
      // page and is sent by the server.
      directives: [
        "default-src 'self'",
        "base-uri 'none'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "img-src 'self'",
        "object-src 'none'",
      ],
    },
  },
  // Shiki colours code by style attributes, which the policy forbids.
  markdown: { syntaxHighlight: false },
  integrations: [
    leanPreact(),
    mdx(),
    sitemap({ filter: (page) => isListed(new URL(page).pathname) }),
    recordCitationFiles(),
    storedFiles(process.env.RECORDS_DIR ?? '.data/records'),
    shell,
  ],
  vite: {
    // A small file turned into a data: address would need a hole in the policy.
    build: { assetsInlineLimit: 0 },
    plugins: [compiledSheets()],
    css: { preprocessorOptions: { scss: { loadPaths: LOAD_PATHS, quietDeps: true } } },
  },
});

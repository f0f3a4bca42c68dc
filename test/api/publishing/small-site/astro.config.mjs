import { defineConfig } from 'astro/config';

/** A site of four pages that builds in a moment, laid out like the real one where the publisher looks. */
// biome-ignore lint/style/noDefaultExport: Astro asks for one
export default defineConfig({
  site: process.env.PUBLIC_URL,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  integrations: [
    {
      name: 'shell',
      hooks: {
        'astro:config:setup': ({ injectRoute }) =>
          injectRoute({ pattern: '/_shell', entrypoint: './src/shell/Shell.astro' }),
      },
    },
  ],
});

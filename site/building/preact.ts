/** Preact in Astro as the integration brings it, without what costs a build seconds and gives it nothing. */
import { fileURLToPath } from 'node:url';
import preact from '@astrojs/preact';
import type { AstroIntegration } from 'astro';
import type { PluginOption } from 'vite';

type Setup = NonNullable<AstroIntegration['hooks']['astro:config:setup']>;

/** Plugins that take JSX through Babel, for the sake of hot reloading; a build leaves JSX to Vite, which needs no Babel. */
const FOR_WRITING = ['vite:preact-jsx', 'preact:devtools', 'prefresh'];
const RENDERER = fileURLToPath(new URL('./preact-renderer.ts', import.meta.url));

export function leanPreact(): AstroIntegration {
  const { name, hooks } = preact();
  const setup: Setup = (options) =>
    hooks['astro:config:setup']?.({
      ...options,
      addRenderer: (renderer) => options.addRenderer({ ...renderer, serverEntrypoint: RENDERER }),
      updateConfig: (config) =>
        options.updateConfig(options.command === 'build' ? withoutPlugins(config, FOR_WRITING) : config),
    });
  return { name, hooks: { ...hooks, 'astro:config:setup': setup } };
}

type Config = Parameters<Parameters<Setup>[0]['updateConfig']>[0];

function withoutPlugins(config: Config, names: readonly string[]): Config {
  const isKept = (plugin: PluginOption) => !(plugin && 'name' in plugin && names.includes(plugin.name));
  return { ...config, vite: { ...config.vite, plugins: (config.vite?.plugins ?? []).flat().filter(isKept) } };
}

/**
 * How Astro prints Preact components: as the integration does, but for one question. To find out whether a component is
 * Preact's, the integration prints it and throws the text away; here every function is, since nothing else is in use.
 */
import renderer from '@astrojs/preact/server.js';

// biome-ignore lint/style/noDefaultExport: Astro takes it from there
export default { ...renderer, check: (component: unknown) => typeof component === 'function' };

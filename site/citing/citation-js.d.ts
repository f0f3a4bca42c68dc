/** The little of citation-js that is used; it brings no types of its own. */
declare module '@citation-js/core' {
  export const plugins: {
    config: { get(plugin: '@bibtex'): { format: { useIdAsLabel: boolean; checkLabel: boolean } } };
    output: { format(name: 'bibtex', items: readonly object[]): string };
  };
}
declare module '@citation-js/plugin-bibtex';

/** The desk, as its page mounts it. Bundled by the browser test apart from the pages of signing in, which hold no schemas. */
import { render } from 'preact';
import { DeskIsland } from '#site/islands/desk/DeskIsland.tsx';

const place = document.querySelector('main div');
if (place) render(<DeskIsland steps={[]} choices={{ requirements: [], roles: [], questions: [] }} />, place);

/** The islands of signing in, one a page, as the pages of the desk mount them. Bundled by the browser test. */
import { render } from 'preact';
import { FirstEditor } from '#site/islands/sign-in/FirstEditor.tsx';
import { SignIn } from '#site/islands/sign-in/SignIn.tsx';
import { Welcome } from '#site/islands/sign-in/Welcome.tsx';

const ISLANDS = new Map([
  ['/desk/first/', FirstEditor],
  ['/desk/welcome/', Welcome],
  ['/desk/sign-in/', SignIn],
]);

const Island = ISLANDS.get(location.pathname);
const place = document.querySelector('main div');
if (Island && place) render(<Island />, place);

/**
 * The browser that prints the guide and shows pages to the tests: Chromium from a package, which runs on a bare Linux
 * machine without system packages. `CHROME_PATH` names another one. Both packages come with `npm ci`; an installation
 * without development packages has no browser.
 */
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/**
 * Flags of the package that are meant for a function in a cloud. One process for everything dies with its first page on
 * some machines, and web security is what some tests are about.
 */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** Start a browser, with further `flags`; the caller closes it. */
export const startBrowser = async (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch(await launchOptions(flags));

/** Which browser, and how it is started. */
export async function launchOptions(
  flags: readonly string[] = [],
): Promise<{ executablePath: string; args: string[] }> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return { executablePath: chosen, args: ['--no-sandbox', ...flags] };

  // The package unpacks its shared libraries only where it believes to be on this platform, and looks when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((flag) => !UNWANTED.includes(flag)), '--no-sandbox', ...flags],
  };
}

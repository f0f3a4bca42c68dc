/**
 * The browser of the tests: Chromium from a package, which runs on a bare Linux machine without system packages.
 * `CHROME_PATH` names another one.
 */
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

/**
 * Flags of the package that are meant for a function in a cloud. One process for everything dies with its first page on
 * some machines, and web security is what some tests are about.
 */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/** Start a browser; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return chromium.launch({ executablePath: chosen, args: ['--no-sandbox'] });

  // The package unpacks its shared libraries only where it believes to be on this platform, and looks when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await packaged.executablePath(),
    args: [...packaged.args.filter((flag) => !UNWANTED.includes(flag)), '--no-sandbox'],
  });
}

/** The browser of the tests is the one that prints the guide. */
import { type BrowserContext, chromium } from 'playwright-core';
import { launchOptions } from '#api/programs/browser.ts';

export { startBrowser } from '#api/programs/browser.ts';

/** A browser that keeps what it stores in a folder, and can die without saying goodbye. */
export async function startBrowserOn(
  profile: string,
): Promise<BrowserContext & { crash: () => Promise<void> }> {
  const context = await chromium.launchPersistentContext(profile, await launchOptions());
  const crash = async () => {
    const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
    const gone = new Promise((resolve) => context.once('close', resolve));
    await session.send('Browser.crash').catch(() => {});
    await gone;
  };
  return Object.assign(context, { crash });
}

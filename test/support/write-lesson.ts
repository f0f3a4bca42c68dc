/** Write a lesson in the form in steps, as a person would: a page at a time. */
import type { Page } from 'playwright-core';
import { partOf, stepsOf } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { rowCount } from '#site/forms/rows.ts';
import { draftStepPath } from '#site/paths.ts';
import { fillForm, leavesOf } from './fill-form.ts';

/** Begin a draft, and answer its code of eight words. */
export async function beginLesson(page: Page, button = 'Write the whole lesson'): Promise<string> {
  await page.goto('/submit/lesson/');
  await page.getByRole('button', { name: button }).click();
  const code = (await page.locator('.secret-code').textContent()) ?? '';
  await page.getByRole('link', { name: 'Begin', exact: true }).click();
  return code.trim();
}

/** Fill one step of the form with the part of `body` that belongs to it. Adds the rows that it takes. */
export async function fillStep(page: Page, body: FormValues, id: string): Promise<void> {
  const step = stepsOf(body.form === 'short' ? 'short' : 'full').find((one) => one.id === id);
  if (!step) throw new Error(`No step ${id}`);
  const part = partOf(body, step);
  await addRows(page, part);
  await fillForm(page, part);
}

async function addRows(page: Page, part: FormValues): Promise<void> {
  const lists = new Map<string, number>();
  for (const { name } of leavesOf(part)) {
    const [, list = '', index = ''] = /^(.*)\[(\d+)\]/.exec(name) ?? [];
    if (list) lists.set(list, Math.max(lists.get(list) ?? 0, Number(index) + 1));
  }
  for (const [list, rows] of lists)
    for (let shown = rowCount({}, list); shown < rows; shown += 1)
      await page.locator(`button[name="add"][value="${list}"]`).click();
}

/** Write and send the whole. Each page is shown to `look` before it is left. */
export async function sendLesson(
  page: Page,
  body: FormValues,
  look: (step: string) => Promise<void> = async () => {},
): Promise<void> {
  for (const { id } of stepsOf(body.form === 'short' ? 'short' : 'full')) {
    await page.waitForURL(`**${draftStepPath(id)}`);
    await fillStep(page, body, id);
    await look(id);
    await page.getByRole('button', { name: id === 'check' ? 'Send it' : 'Save and continue' }).click();
  }
}

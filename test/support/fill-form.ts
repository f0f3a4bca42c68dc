/** Fill a form of the site from the body that it stands for, by the names of its fields. */
import type { Page } from 'playwright-core';

type Leaf = { name: string; value: string | number | boolean };

/** The fields of a body in the names of the form: `content.lessons[0].lesson`, lists of words as `name[]`. */
export function leavesOf(value: unknown, name = ''): Leaf[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((inner, index) =>
      name.endsWith('environments') ? leavesOf(inner, `${name}[]`) : leavesOf(inner, `${name}[${index}]`),
    );
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, name === '' ? key : `${name}.${key}`),
    );
  return [{ name, value: value as Leaf['value'] }];
}

/** Fill every field that the body has a value for. Rows must be there already. */
export async function fillForm(page: Page, body: unknown): Promise<void> {
  for (const { name, value } of leavesOf(body)) await fillField(page, name, String(value));
}

async function fillField(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`[name="${name}"]`).first();
  const kind = await field.evaluate((element: HTMLInputElement) =>
    element.tagName === 'INPUT' ? element.type : element.tagName.toLowerCase(),
  );
  if (kind === 'hidden') return;
  if (kind === 'select') await field.selectOption(value);
  else if (kind === 'radio') await page.locator(`label[for="${await idOf(page, name, value)}"]`).click();
  else if (kind === 'checkbox') await page.locator(`label[for="${await idOf(page, name, value)}"]`).click();
  else await field.fill(value);
}

/** The id of the box that stands for `value`, or of the only one. */
async function idOf(page: Page, name: string, value: string): Promise<string | null> {
  const exact = page.locator(`[name="${name}"][value="${value}"]`);
  return ((await exact.count()) > 0 ? exact.first() : page.locator(`[name="${name}"]`).first()).getAttribute(
    'id',
  );
}

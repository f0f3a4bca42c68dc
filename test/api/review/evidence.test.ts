import { describe, expect, test } from 'vitest';
import { evidenceName, evidenceRefusal } from '#api/review/evidence.ts';
import { STATES } from '#schemas/workflow.ts';

test('files are taken from the confirmation of the address to the signature', () => {
  expect(STATES.filter((state) => evidenceRefusal(state) === undefined)).toEqual([
    'received',
    'in_review',
    'changes_requested',
    'in_lab',
    'sign_off',
  ]);
  expect(evidenceRefusal('unconfirmed')?.message).toContain('Confirm your address first');
  expect(evidenceRefusal('published')?.message).toContain('This one is at “Published”');
});

describe('the name of a stored file', () => {
  test('is ours and numbered, unless its submitter keeps theirs', () => {
    expect(evidenceName('application/pdf', undefined, [])).toBe('evidence-1.pdf');
    expect(evidenceName('image/jpeg', undefined, ['evidence-1.pdf', 'other.csv'])).toBe('evidence-2.jpg');
    expect(evidenceName('image/jpeg', undefined, ['evidence-2.pdf'])).toBe('evidence-1.jpg');
    expect(evidenceName('text/csv', 'Patch times.csv', [])).toBe('Patch times.csv');
    expect(evidenceName('text/csv', 'patch TIMES.txt', ['Patch times.pdf'])).toBe('patch TIMES-2.csv');
  });

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\ana\\plan.pdf', 'plan.pdf'],
    ['re\0port.pdf', 'report.pdf'],
    ['patch\u202Efdp.exe', 'patchfdp.pdf'],
    ['a"b\r\nSet-Cookie: x=1.pdf', 'a-bSet-Cookie- x-1.pdf'],
    ['<img src=x onerror=alert(1)>.pdf', 'img src-x onerror-alert-1.pdf'],
    ['日本語の表.csv', '日本語の表.pdf'],
    ['..', 'evidence-1.pdf'],
    ['.env', 'evidence-1.pdf'],
    ['', 'evidence-1.pdf'],
    ['CON.pdf', 'CON-file.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(80)}.pdf`],
    [`${'x'.repeat(79)}𠮷.pdf`, `${'x'.repeat(79)}.pdf`],
  ])('kept of %j is %j', (given, kept) => {
    expect(evidenceName('application/pdf', given, [])).toBe(kept);
  });
});

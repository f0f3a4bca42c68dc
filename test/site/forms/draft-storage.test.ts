/** What a browser keeps of a lesson, and what it gives back. */
import { expect, test } from 'vitest';
import { dropDraft, keepDraft, readDraft } from '#site/islands/lesson-form/draft-storage.ts';
import { submissionSent } from './submissions.ts';

const AT = new Date('2026-11-22T10:00:00Z');

/** Storage as a browser has it, in memory; `full` refuses to take more. */
function memory(full = false): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      items.set(key, value);
    },
  };
}

test('a draft comes back as it was typed, without name, address and consent', () => {
  const storage = memory();
  const typed = {
    ...submissionSent,
    content: { title: 'Half a ti', lessons: [{ lesson: 'x' }, { lesson: '' }] },
  };

  expect(keepDraft(storage, typed, AT)).toBe(true);

  expect(readDraft(storage)).toEqual({
    savedAt: AT.toISOString(),
    content: { title: 'Half a ti', lessons: [{ lesson: 'x' }] },
  });
  expect(storage.getItem(storage.key(0) ?? '')).not.toContain('writer@example.org');
});

test('a form in which nothing was typed keeps nothing, so that it never replaces a draft', () => {
  const storage = memory();

  keepDraft(
    storage,
    { content: { title: ' ', release: { period: 'public' }, timeline: [{ date: '' }] } },
    AT,
  );

  expect(storage.length).toBe(0);
});

test('a draft that is dropped is gone', () => {
  const storage = memory();
  keepDraft(storage, submissionSent, AT);

  dropDraft(storage);

  expect(storage.length).toBe(0);
  expect(readDraft(storage)).toBeUndefined();
});

test('what today’s form cannot show is not offered', () => {
  const storage = memory();
  keepDraft(storage, submissionSent, AT);
  const key = storage.key(0) ?? '';

  for (const broken of [
    '{',
    '[]',
    '{"savedAt":"x"}',
    JSON.stringify({ savedAt: AT, content: { poem: 'x' } }),
  ]) {
    storage.setItem(key, broken);
    expect(readDraft(storage)).toBeUndefined();
  }
});

test('a storage that is full or switched off is no error, because the form holds everything', () => {
  expect(keepDraft(memory(true), submissionSent, AT)).toBe(false);
  expect(keepDraft(undefined, submissionSent, AT)).toBe(false);
  expect(readDraft(undefined)).toBeUndefined();
  expect(() => dropDraft(undefined)).not.toThrow();
});

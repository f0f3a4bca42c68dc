/** The store on disk: whole or absent, readable by the server alone, and never outside of its folder. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type EvidenceKey, fileStore } from '#api/evidence/store.ts';
import { temporaryFolder } from '#test/support/folder.ts';

const keyed = (): EvidenceKey => ({ submissionId: crypto.randomUUID(), id: crypto.randomUUID() });
const later = () => new Date(Date.now() + 60_000);

async function openStore() {
  const folder = temporaryFolder();
  const dir = path.join(folder, 'evidence');
  const file = path.join(folder, 'file');
  await fs.writeFile(file, 'content');
  return { dir, file, store: fileStore(dir) };
}
async function listed(keys: AsyncIterable<EvidenceKey>): Promise<EvidenceKey[]> {
  const all: EvidenceKey[] = [];
  for await (const key of keys) all.push(key);
  return all;
}
const textOf = async (content: ReadableStream<Uint8Array>) => new Response(content).text();

test('a file comes back as it was kept, and only the server may read it', async () => {
  const { dir, file, store } = await openStore();
  const key = keyed();

  await store.put(key, file);

  expect(await textOf(await store.open(key))).toBe('content');
  const stored = path.join(dir, key.submissionId, key.id);
  expect([(await fs.stat(stored)).mode & 0o777, (await fs.stat(path.dirname(stored))).mode & 0o777]).toEqual([
    0o600, 0o700,
  ]);
});

test('a removed file is gone, with the folder that names its submission; removing it again does nothing', async () => {
  const { dir, file, store } = await openStore();
  const key = keyed();
  const other = { ...key, id: crypto.randomUUID() };
  await store.put(key, file);
  await store.put(other, file);

  await store.remove(key);
  expect(await textOf(await store.open(other))).toBe('content');
  await store.remove(other);
  await store.remove(other);

  expect(await fs.readdir(dir)).toEqual([]);
  await expect(store.open(key)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('only what is old is listed, and what was never finished is cleared on the way', async () => {
  const { dir, file, store } = await openStore();
  const key = keyed();
  await store.put(key, file);
  const unfinished = path.join(dir, key.submissionId, `${crypto.randomUUID()}.unfinished`);
  await fs.writeFile(unfinished, 'half');

  expect(await listed(store.list(new Date(Date.now() - 60_000)))).toEqual([]);
  expect(await fs.readFile(unfinished, 'utf8')).toBe('half');
  expect(await listed(store.list(later()))).toEqual([key]);
  expect(await fs.readdir(path.join(dir, key.submissionId))).toEqual([key.id]);
});

test('a key that is no id never becomes a path', async () => {
  const { file, store } = await openStore();

  for (const key of [
    { ...keyed(), id: '../../keys/receipt.pem' },
    { ...keyed(), submissionId: '..' },
  ])
    await expect(store.put(key, file)).rejects.toThrow('no id of a stored file');
});

/** From the arrival of a file to the store: nothing hostile stops us, the scanner has its say, and nothing is left over. */
import fs from 'node:fs/promises';
import path from 'node:path';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { openIntake } from '#api/evidence/intake.ts';
import { scanBy } from '#api/evidence/scan.ts';
import { openLog } from '#api/log.ts';
import { temporaryFolder } from '#test/support/folder.ts';
import { picture } from './planted.ts';

function open(scanCommand?: string) {
  const dir = path.join(temporaryFolder(), 'arriving');
  const logged: string[] = [];
  const log = openLog('debug', { write: (line: string) => logged.push(line) });
  return { dir, logged, intake: openIntake(dir, { scanCommand, log }) };
}
type Opened = ReturnType<typeof open>;

/** Clean one file. Answers what it became and what its folder held, or the refusal. */
async function clean({ intake }: Opened, bytes: Uint8Array, name: string) {
  return intake.inFolder(async (folder) => {
    const file = path.join(folder, 'file-0');
    await fs.writeFile(file, bytes);
    const answer = await intake.clean({ file, name }).catch(({ message }: Error) => message);
    return {
      answer,
      folder: await fs.readdir(folder),
      kept: typeof answer === 'string' ? 0 : await sizeOf(answer.file),
    };
  });
}
const sizeOf = async (file: string) => (await fs.stat(file)).size;

/** A program for the scanner's part. It has no environment, so it names its own. */
async function program(lines: string): Promise<string> {
  const file = path.join(temporaryFolder(), 'scanner.sh');
  await fs.writeFile(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  return file;
}

/** Object streams are inflated by the parser: this one to 2.5 GB, from as many megabytes. */
function inflatingPdf(): Buffer {
  const block = zlib.deflateRawSync(Buffer.alloc(64 * 1024 ** 2), {
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
  });
  const packed = Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Buffer>(40).fill(block)]);
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode '),
    Buffer.from(`/Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'),
  ]);
}

test('a file is cleaned in a process of its own, and its original is gone before it is scanned', async () => {
  const opened = open(await program('ls "$(dirname "$1")" | wc -l | grep -q "^ *1$"'));

  const { answer, folder, kept } = await clean(opened, await picture().png().toBuffer(), 'a.pdf');

  expect(answer).toMatchObject({
    type: 'image/png',
    bytes: kept,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(folder).toHaveLength(1);
  expect(await fs.readdir(opened.dir)).toEqual([]);
});

test('a file that would take all memory is refused, and how it ended is logged', async () => {
  const opened = open();
  const others = clean(opened, Buffer.from('a,b'), 'a.csv');

  const { answer } = await clean(opened, inflatingPdf(), 'a.pdf');

  expect(answer).toMatch(/too long or too much memory/);
  expect(opened.logged.join()).toContain('SIGKILL');
  expect((await others).answer).toMatchObject({ type: 'text/csv' });
});

test('an inspection that fails by itself is ours: the file may be tried again, and the log says where, not what', async () => {
  const { intake, logged } = open();
  const file = path.join(temporaryFolder(), 'ana-secret-name');

  await expect(intake.clean({ file, name: 'a.txt' })).rejects.toThrow(
    'Files cannot be checked at the moment. Try again later.',
  );

  expect(logged.join()).toMatch(/code 1.* at .*inspect-process/);
  expect(logged.join()).not.toContain('ana-secret-name');
});

test('a table of nothing but line breaks takes no longer than another', async () => {
  const { answer } = await clean(open(), Buffer.alloc(10 * 1024 ** 2, '\n,"'), 'a.csv');

  expect(answer).toMatchObject({ type: 'text/csv' });
});

test('the scanner refuses by another exit code than 0; what it says is for the log alone', async () => {
  const opened = open(await program('echo "found Eicar in $1" >&2; exit 1'));

  const { answer } = await clean(opened, Buffer.from('words'), 'a.txt');

  expect(answer).toBe('Our scanner does not let this file pass. Check it on your side, or add another one.');
  expect(opened.logged.join()).toContain('found Eicar');
});

test('a scanner that cannot be run lets nothing pass', async () => {
  const opened = open('/no/such/scanner --fast');

  expect((await clean(opened, Buffer.from('words'), 'a.txt')).answer).toMatch(/Try again later/);
  expect(opened.logged.join()).toContain('ENOENT');
});

test('a scanner that hangs is ended, and lets nothing pass', async () => {
  const scan = scanBy(await program('exec sleep 60'), 300);

  expect(await scan('/dev/null')).toMatchObject({ passed: false, ran: false });
});

test('the scanner gets its arguments and the path, no shell reads them, and it is told none of our secrets', async () => {
  const seen = path.join(temporaryFolder(), 'seen');
  const scan = scanBy(`${await program(`printf '%s\\n' "$@" > ${seen}; env >> ${seen}`)}  --strict  $(id)`);

  expect(await scan('/tmp/a b;c')).toEqual({ passed: true });

  const lines = (await fs.readFile(seen, 'utf8')).split('\n');
  expect(lines.slice(0, 3)).toEqual(['--strict', '$(id)', '/tmp/a b;c']);
  expect(lines.join()).not.toMatch(/VITEST|NODE|HOME/);
});

test('what a killed process left behind is cleared once it is old', async () => {
  const { dir, intake } = open();
  await fs.mkdir(path.join(dir, 'arrived-left'), { recursive: true });

  await intake.clear(new Date(Date.now() - 60_000));
  expect(await fs.readdir(dir)).toEqual(['arrived-left']);

  await intake.clear(new Date(Date.now() + 60_000));
  expect(await fs.readdir(dir)).toEqual([]);
});

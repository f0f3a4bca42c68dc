/**
 * Savers of two people against a server of versions, over a connection that loses requests and answers, in browsers that
 * stop without notice: nothing typed is lost, and nothing is replaced by somebody who was not shown it.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Draft } from '#schemas/draft.ts';
import { isSame } from '#site/forms/draft/same.ts';
import { type FormStep, findStep, partOf, stepsOf } from '#site/forms/draft/steps.ts';
import { type FormValues, valueAt, withValueAt } from '#site/forms/names.ts';
import type { Saved } from '#site/islands/draft-form/save.ts';
import { Saver } from '#site/islands/draft-form/saver.ts';
import { dropLapsed, type Mirror, openMirror } from '#site/islands/mirror.ts';
import { Browser } from '#test/support/windows.ts';

beforeAll(() => void vi.useFakeTimers());
afterAll(() => void vi.useRealTimers());

/** What may become of a request: it arrives, it is lost, or its answer is. */
const FATES = ['arrives', 'lost', 'unanswered'] as const;
type Fate = (typeof FATES)[number];

/** One draft, replaced as `PUT /api/drafts/{id}` does. */
class Server {
  draft: Draft = {
    id: '00000000-0000-4000-8000-000000000000',
    reference: 'AAAA-AAAA',
    version: 1,
    savedAt: '2026-01-01T00:00:00.000Z',
    expiresAt: '2026-04-01T00:00:00.000Z',
    values: { kind: 'lesson', form: 'short' },
  };
  /** Everything that was ever saved, the newest last. */
  readonly had: FormValues[] = [this.draft.values];

  put({ version }: Draft, values: Draft['values']): Saved {
    if (version !== this.draft.version) return { kind: 'stale', stored: this.draft };
    this.draft = { ...this.draft, version: version + 1, values };
    const { id, savedAt, expiresAt } = this.draft;
    this.had.push(values);
    return { kind: 'saved', saved: { id, version: version + 1, savedAt, expiresAt } };
  }
}

const LATENCY = 400;
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The field that a writer types into, by the step that asks for it. */
const FIELDS = { 'two-minutes': 'content.happened', check: 'contact.name' } as const;
type StepId = keyof typeof FIELDS;

class Writer {
  readonly field: string;
  readonly step: FormStep;
  /** Whether the page ever said that somebody else changed this step. */
  wasWarned = false;
  /** Fates of the next requests; one after the last arrives. */
  fates: Fate[] = [];
  typed: FormValues = {};
  readonly #name: string;
  readonly #server: Server;
  /** Texts at this step that this person has seen. What is empty takes no seeing. */
  readonly #seen = new Set<unknown>([undefined]);
  readonly #browser: Browser;
  #window: { mirror: Mirror; close: () => void } | undefined;
  #page: Saver | undefined;

  constructor(name: string, id: StepId, server: Server, browser = new Browser()) {
    const step = findStep('short', id);
    if (!step) throw new Error(`No step ${id}`);
    this.#name = name;
    this.step = step;
    this.field = FIELDS[id];
    this.#server = server;
    this.#browser = browser;
  }

  /** Open the page, also after it stopped without notice: what it had sent may still arrive. */
  async open(): Promise<void> {
    this.stop();
    const { draft } = this.#server;
    const opened = this.#browser.open();
    const mirror = await openMirror(opened.around, `${draft.id}.${this.step.id}`);
    this.#window = { mirror, close: opened.close };
    const left = this.left;
    if (!left) this.#see(draft);
    const saver: Saver = new Saver(
      { draft, step: this.step, typed: draft.values, isStale: false },
      {
        mirror,
        save: (over, values) => (this.#page === saver ? this.#send(over, values) : never()),
        tell: () => this.#hear(),
      },
    );
    this.#page = saver;
    const restored = saver.restore();
    expect(restored).toEqual(left);
    this.#put(restored ?? draft.values);
  }

  /** The window is gone, without notice. */
  stop(): void {
    this.#window?.close();
    this.#page = undefined;
  }

  type(text: string): void {
    const own = text === '' ? '' : `${this.#name} ${text}`;
    this.#seen.add(own);
    this.#put(withValueAt(this.typed, this.field, own));
  }

  /** Press `Save and continue`, with what the page shows before one's eyes. */
  press(): Promise<boolean> {
    this.#see(this.#saver.progress.stored);
    return this.#saver.save();
  }

  /** Put the saved answers in the place of one's own, where both are shown. */
  take(): void {
    const { saving, stored } = this.#saver.progress;
    if (saving.is !== 'stale') return;
    this.#see(stored);
    this.#put(stored.values);
  }

  get #saver(): Saver {
    if (!this.#page) throw new Error('No page is open');
    return this.#page;
  }

  get isUnsaved(): boolean {
    return this.#saver.isUnsaved;
  }

  get typedPart(): FormValues {
    return partOf(this.typed, this.step);
  }

  /** What another visit would find in this browser. */
  get left(): FormValues | undefined {
    return this.#window?.mirror.read()?.typed;
  }

  /** Everything that this browser keeps. */
  get keptInAll(): number {
    return this.#browser.disk.length;
  }

  #put(typed: FormValues): void {
    this.typed = typed;
    this.#saver.note(typed);
  }

  #see({ values }: Draft): void {
    this.#seen.add(valueAt(values, this.field));
  }

  #hear(): void {
    this.wasWarned ||= this.#saver.progress.saving.is === 'stale';
  }

  async #send(over: Draft, values: Draft['values']): Promise<Saved> {
    const fate = this.fates.shift() ?? 'arrives';
    await sleep(LATENCY);
    if (fate === 'lost') return { kind: 'unreachable' };
    const before = this.#server.draft.values;
    const answer = this.#server.put(over, values);
    if (answer.kind === 'saved') this.#expectFair(before, values);
    await sleep(LATENCY);
    return fate === 'unanswered' ? { kind: 'unreachable' } : answer;
  }

  /** What was replaced had been seen, and the other step is as it was. */
  #expectFair(before: FormValues, after: FormValues): void {
    expect([...this.#seen]).toContain(valueAt(before, this.field));
    for (const other of stepsOf('short').filter((step) => step !== this.step))
      expect(isSame(partOf(after, other), partOf(before, other))).toBe(true);
  }
}

/** The answer to a page that is gone. */
const never = () => new Promise<Saved>(() => {});

type What =
  | { does: 'type'; text: string }
  | { does: 'wait'; milliseconds: number }
  | { does: 'fail'; fate: Fate }
  | { does: 'press' | 'take' | 'stop' };
type Doing = { writer: number; what: What };

const what = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('type'), text: fc.constantFrom('', 'one', 'two') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('wait'),
      milliseconds: fc.constantFrom(300, 500, 1_000, 6_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fail'), fate: fc.constantFrom(...FATES) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('press', 'take', 'stop') }) },
);
/** What people and their connections do, in the order in which they do it. Few texts, so that some are typed again. */
const doings: fc.Arbitrary<Doing[]> = fc.array(fc.record({ writer: fc.nat({ max: 1 }), what }), {
  maxLength: 20,
});

const alone = (...story: What[]): Doing[] => story.map((what) => ({ writer: 0, what }));
/** The text is taken back while nobody knows whether it arrived. */
const TAKEN_BACK = alone(
  { does: 'fail', fate: 'unanswered' },
  { does: 'type', text: 'one' },
  { does: 'wait', milliseconds: 1_000 },
  { does: 'type', text: '' },
);
/** The browser stops when the server has the text and the page has not heard of it. */
const STOPPED_IN_FLIGHT = alone(
  { does: 'type', text: 'one' },
  { does: 'wait', milliseconds: 1_000 },
  { does: 'wait', milliseconds: 500 },
  { does: 'type', text: 'two' },
  { does: 'stop' },
);

async function live(writers: readonly Writer[], story: readonly Doing[]): Promise<void> {
  for (const doing of story) {
    const writer = writers[doing.writer % writers.length];
    if (!writer) throw new Error('A story without writers');
    await once(writer, doing.what);
    for (const one of writers) expectKept(one);
  }
}

async function once(writer: Writer, what: What): Promise<void> {
  if (what.does === 'type') writer.type(what.text);
  else if (what.does === 'fail') writer.fates.push(what.fate);
  else if (what.does === 'wait') await vi.advanceTimersByTimeAsync(what.milliseconds);
  else if (what.does === 'press') void writer.press();
  else if (what.does === 'take') writer.take();
  else await reopened(writer);
}

/** The window stops and is opened again: it holds what stood in it. */
async function reopened(writer: Writer): Promise<void> {
  const { isUnsaved, typedPart } = writer;
  await writer.open();
  if (isUnsaved) expect(writer.typedPart).toEqual(typedPart);
}

/** What stands in the form survives the browser, or is on the server. */
function expectKept(writer: Writer): void {
  expect(writer.left).toEqual(writer.isUnsaved ? writer.typedPart : undefined);
}

/** Everybody who is shown two versions keeps the own one. */
async function end(writers: readonly Writer[], server: Server): Promise<void> {
  for (const writer of writers) {
    // Whoever learns only now that the other one saved is shown it, and presses once more.
    expect((await pressed(writer)) || (await pressed(writer))).toBe(true);
    expect(server.had.map((values) => partOf(values, writer.step))).toContainEqual(writer.typedPart);
  }
  for (const { keptInAll } of writers) expect(keptInAll).toBe(0);
}

async function pressed(writer: Writer): Promise<boolean> {
  const saving = writer.press();
  await vi.advanceTimersByTimeAsync(20_000);
  return saving;
}

async function tell(steps: readonly StepId[], story: readonly Doing[], browser?: Browser) {
  vi.clearAllTimers();
  const server = new Server();
  const writers = steps.map((step, position) => new Writer('AB'[position] ?? '', step, server, browser));
  for (const writer of writers) await writer.open();
  await live(writers, story);
  // The connection holds from now on.
  for (const writer of writers) writer.fates = [];
  await vi.advanceTimersByTimeAsync(20_000);
  const unsaved = writers.filter(({ isUnsaved }) => isUnsaved);
  await end(writers, server);
  return { server, writers, unsaved };
}

test.each<[string, StepId[]]>([
  ['who writes alone', ['two-minutes']],
  ['of two who write at different steps', ['two-minutes', 'check']],
])('nobody %s is ever warned, and the server ends with what was typed last', async (_, steps) => {
  await fc.assert(
    fc.asyncProperty(doings, async (story) => {
      const { server, writers, unsaved } = await tell(steps, story);
      expect(unsaved).toEqual([]);
      for (const { wasWarned, step, typedPart } of writers)
        expect([wasWarned, partOf(server.draft.values, step)]).toEqual([false, typedPart]);
    }),
    { numRuns: 150, examples: [[TAKEN_BACK], [STOPPED_IN_FLIGHT]] },
  );
});

test.each([
  ['two who write at one step', () => undefined],
  ['two windows of one browser at one step', () => new Browser()],
])('%s lose nothing and replace nothing unseen', async (_, browser) => {
  await fc.assert(
    fc.asyncProperty(
      doings,
      async (story) => void (await tell(['two-minutes', 'two-minutes'], story, browser())),
    ),
    { numRuns: 150 },
  );
});

test('when the browser stops with two windows at one step, the newest is offered first, and the other is not forgotten', async () => {
  const browser = new Browser();
  const server = new Server();
  const [one, other] = ['A', 'B'].map((name) => new Writer(name, 'two-minutes', server, browser));
  if (!one || !other) throw new Error('Two windows');
  for (const window of [one, other]) {
    await window.open();
    window.fates = ['lost', 'lost', 'lost'];
  }
  other.type('one');
  await vi.advanceTimersByTimeAsync(3_000);
  one.type('two');
  // The older text is sent again, in vain, after the newer one was typed.
  await vi.advanceTimersByTimeAsync(5_000);
  for (const window of [one, other]) window.stop();

  await other.open();
  expect(valueAt(other.typed, other.field)).toBe('A two');
  await one.open();
  expect(valueAt(one.typed, one.field)).toBe('B one');
  await end([other, one], server);
});

test('what is left of a draft that has lapsed goes when another is opened', async () => {
  const browser = new Browser();
  const { disk } = browser;
  const now = new Date('2026-06-01T00:00:00.000Z');
  for (const [draft, expiresAt] of [
    ['lapsed', '2026-05-31T00:00:00.000Z'],
    ['open', '2026-06-02T00:00:00.000Z'],
    ['this', '2026-05-31T00:00:00.000Z'],
  ] as const) {
    const { around, close } = browser.open();
    (await openMirror(around, `${draft}.step`)).keep({ typed: { content: {} }, expiresAt });
    close();
  }
  disk.setItem('patch-commons.unsaved.unreadable.step', '{');
  disk.setItem('of something else', '{');
  dropLapsed(disk, now, 'this');
  const left = [];
  for (const draft of ['lapsed', 'open', 'this']) {
    const mirror = await openMirror(browser.open().around, `${draft}.step`);
    if (mirror.read()) left.push(draft);
  }
  expect(left).toEqual(['open', 'this']);
  expect(disk.length).toBe(3);
});

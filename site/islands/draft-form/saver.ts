/**
 * Saves one step while somebody types at it: at once in this browser, a moment later on the server, and again after a lost
 * connection. What was written elsewhere at other steps is taken over. Where this step was changed elsewhere, nothing is
 * saved before the person has been shown both and saves again.
 */
import type { Draft } from '#schemas/draft.ts';
import { isSame } from '#site/forms/draft/same.ts';
import { type FormStep, partOf, withPart } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import { dropUnsaved, keepUnsaved, readUnsaved } from './mirror.ts';
import type { Saved, saveDraft } from './save.ts';

type Trouble = { is: 'offline' } | { is: 'closed' } | { is: 'failed'; message: string };
export type Saving = { is: 'saved'; at: string } | { is: 'saving' } | { is: 'stale' } | Trouble;

type Opened = {
  draft: Draft;
  step: FormStep;
  /** What stands in the form when it opens. */
  typed: FormValues;
  /** The page was printed because this step was changed elsewhere. */
  isStale: boolean;
};
type Around = {
  storage: Storage | undefined;
  save: typeof saveDraft;
  /** Called when `progress` has changed. */
  tell: () => void;
};

const PAUSE = 1_000;
const RETRY = 5_000;

export class Saver {
  readonly #step: FormStep;
  readonly #around: Around;
  /** What the server has, as far as this page knows. */
  #stored: Draft;
  #typed: FormValues;
  /** What the server had at this step when the person was last shown it. `undefined`: something older, and unknown. */
  #over: FormValues | undefined;
  #trouble: Trouble | undefined;
  #running: Promise<boolean> = Promise.resolve(true);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ draft, step, typed, isStale }: Opened, around: Around) {
    this.#step = step;
    this.#around = around;
    this.#stored = draft;
    this.#typed = typed;
    this.#over = isStale ? undefined : this.#storedPart();
  }

  get progress(): { stored: Draft; saving: Saving } {
    return { stored: this.#stored, saving: this.#saving() };
  }

  /** Whether something typed is not on the server. */
  get isUnsaved(): boolean {
    return !isSame(this.#typedPart(), this.#storedPart());
  }

  /** What an earlier visit could not save, as what was typed now; `undefined` if there is nothing. */
  restore(): FormValues | undefined {
    const left = readUnsaved(this.#around.storage, this.#stored.id, this.#step);
    if (!left) return undefined;
    this.#over = left.over;
    return left.typed;
  }

  /** Take note of what stands in the form now. */
  note(typed: FormValues): void {
    this.#typed = typed;
    if (this.isUnsaved) {
      this.#keep();
      this.#later(PAUSE);
    } else this.#settle();
    this.#around.tell();
  }

  /** Save now, in place of what the person was shown. Says whether everything typed is on the server. */
  save(): Promise<boolean> {
    this.#over = this.#storedPart();
    return this.retry();
  }

  /** Save now, unless the person has yet to choose. Saves follow each other: each is made over what the last one left. */
  retry(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#running = this.#running.then(() => this.#saveOnce());
    return this.#running;
  }

  #storedPart(): FormValues {
    return partOf(this.#stored.values, this.#step);
  }

  #typedPart(): FormValues {
    return partOf(this.#typed, this.#step);
  }

  #isStale(): boolean {
    return this.#over === undefined || !isSame(this.#over, this.#storedPart());
  }

  #saving(): Saving {
    if (!this.isUnsaved) return { is: 'saved', at: this.#stored.savedAt };
    if (this.#isStale()) return { is: 'stale' };
    return this.#trouble ?? { is: 'saving' };
  }

  async #saveOnce(): Promise<boolean> {
    if (!this.isUnsaved) return true;
    if (this.#isStale()) return false;
    const sent = withPart(this.#stored.values, this.#step, this.#typed) as Draft['values'];
    return this.#hear(await this.#around.save(this.#stored, sent), sent);
  }

  async #hear(answer: Saved, sent: Draft['values']): Promise<boolean> {
    this.#trouble = troubleOf(answer);
    if (answer.kind === 'unreachable') this.#later(RETRY);
    if (answer.kind === 'stale') this.#stored = answer.stored;
    if (answer.kind === 'saved') {
      this.#stored = { ...this.#stored, ...answer.saved, values: sent };
      this.#over = this.#storedPart();
      if (this.isUnsaved) this.#later(PAUSE);
    }
    if (!this.isUnsaved) this.#settle();
    this.#around.tell();
    return answer.kind === 'stale' ? this.#saveOnce() : !this.isUnsaved;
  }

  /** The server has everything. */
  #settle(): void {
    this.#over = this.#storedPart();
    dropUnsaved(this.#around.storage, this.#stored.id, this.#step);
  }

  #keep(): void {
    const kept = { typed: this.#typedPart(), over: this.#over ?? {} };
    keepUnsaved(this.#around.storage, this.#stored.id, this.#step, kept);
  }

  #later(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.retry(), milliseconds);
  }
}

function troubleOf(answer: Saved): Trouble | undefined {
  if (answer.kind === 'unreachable') return { is: 'offline' };
  if (answer.kind === 'closed') return { is: 'closed' };
  return answer.kind === 'failed' ? { is: 'failed', message: answer.message } : undefined;
}

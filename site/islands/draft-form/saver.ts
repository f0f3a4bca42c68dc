/**
 * Saves one step while somebody types at it: at once in this browser, a moment later on the server, and again after a lost
 * connection. What was written elsewhere at other steps is taken over. Where this step was changed elsewhere, nothing is
 * saved before the person has been shown both and saves again.
 */
import type { Draft } from '#schemas/draft.ts';
import { isSame } from '#site/forms/draft/same.ts';
import { type FormStep, partOf, withPart } from '#site/forms/draft/steps.ts';
import type { FormValues } from '#site/forms/names.ts';
import type { Mirror } from '../mirror.ts';
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
  /** Where this browser keeps what is not saved. */
  mirror: Mirror;
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
  /** What was sent of this step while no answer has come: the server may have it, or not. */
  #sent: FormValues | undefined;
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

  /** Whether something typed is not on the server, as far as this page can know. */
  get isUnsaved(): boolean {
    return this.#sent !== undefined || !isSame(this.#typedPart(), this.#storedPart());
  }

  /** What an earlier visit could not save, as what was typed now; `undefined` if there is nothing. */
  restore(): FormValues | undefined {
    const left = this.#around.mirror.read();
    if (!left) return undefined;
    this.#over = left.over;
    this.#sent = left.sent;
    if (this.#hasArrived()) this.#answered();
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
    if (this.isUnsaved) this.#keep();
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

  /** What nobody answered is sent again as it was, and what was typed since after it. */
  async #saveOnce(): Promise<boolean> {
    if (!this.isUnsaved) return true;
    if (this.#isStale()) return false;
    this.#sent ??= this.#typedPart();
    this.#keep();
    const isOld = !isSame(this.#sent, this.#typedPart());
    const values = withPart(this.#stored.values, this.#step, this.#sent) as Draft['values'];
    const answer = await this.#around.save(this.#stored, values);
    this.#hear(answer, values);
    const goesOn = answer.kind === 'stale' || (isOld && answer.kind !== 'unreachable');
    return goesOn ? this.#saveOnce() : !this.isUnsaved;
  }

  #hear(answer: Saved, values: Draft['values']): void {
    this.#trouble = troubleOf(answer);
    if (answer.kind === 'stale') this.#stored = answer.stored;
    if (answer.kind === 'saved') this.#stored = { ...this.#stored, ...answer.saved, values };
    if (answer.kind === 'unreachable') this.#later(RETRY);
    else this.#answered();
    if (this.isUnsaved) this.#keep();
    else this.#settle();
    this.#around.tell();
  }

  /** Whether the server has what was sent last: then nobody else changed this step. */
  #hasArrived(): boolean {
    return this.#sent !== undefined && isSame(this.#sent, this.#storedPart());
  }

  #answered(): void {
    if (this.#hasArrived()) this.#over = this.#sent;
    this.#sent = undefined;
  }

  /** The server has everything. */
  #settle(): void {
    this.#over = this.#storedPart();
    this.#around.mirror.drop();
  }

  #keep(): void {
    const { expiresAt } = this.#stored;
    this.#around.mirror.keep({ typed: this.#typedPart(), over: this.#over, sent: this.#sent, expiresAt });
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

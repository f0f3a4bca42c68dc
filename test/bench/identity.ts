/**
 * How well the re-identification check does on sentences that it was not made with: of what was planted, how much is found
 * (recall); of what is found, how much was planted (precision). A finding counts where it overlaps a value of its kind.
 */
import { checkerFor } from '#api/review/identity-check/check.ts';
import { KINDS } from '#api/review/identity-check/kinds.ts';
import { IDENTITY_KINDS, type IdentityKind } from '#schemas/identity-finding.ts';
import { type Sentence, type Source, sentences } from '#test/fixtures/identity-corpus/corpus.ts';
import { HELD_OUT } from '#test/fixtures/identity-corpus/held-out.ts';

export const RECALL_NEEDED = 0.95;
export const PRECISION_NEEDED = 0.8;
const SEED = 20_261_122;
const PER_TEMPLATE = 20;

/** `recall` and `precision`: 0 to 1. */
export type KindScore = {
  kind: IdentityKind;
  planted: number;
  recall: number;
  precision: number;
  checked: boolean;
};
export type Miss = { kind: IdentityKind; text: string; value: string };

/** Measure on the held-out sentences. */
export const measureIdentity = (): KindScore[] => score(HELD_OUT).scores;

/** Score the check on a corpus, and list what was missed and what was found where nothing was planted. */
export function score(source: Source): { scores: KindScore[]; missed: Miss[]; wrong: Miss[] } {
  const checkers = new Map(source.submitters.map(({ known }) => [known, checkerFor(known)]));
  const judged = sentences(source, SEED, PER_TEMPLATE).map((sentence) =>
    judge(sentence, checkers.get(sentence.known)?.(sentence.text) ?? []),
  );
  const planted = judged.flatMap((one) => one.planted);
  const found = judged.flatMap((one) => one.found);
  const scores = IDENTITY_KINDS.map((kind) => ({
    kind,
    planted: planted.filter((one) => one.kind === kind).length,
    recall: share(planted.filter((one) => one.kind === kind)),
    precision: share(found.filter((one) => one.kind === kind)),
    checked: KINDS[kind].checked,
  }));
  return {
    scores,
    missed: planted.filter(({ right }) => !right),
    wrong: found.filter(({ right }) => !right),
  };
}

export const meetsBar = ({ recall, precision }: KindScore) =>
  recall >= RECALL_NEEDED && precision >= PRECISION_NEEDED;

type Place = { kind: IdentityKind; start: number; end: number };

function judge({ text, planted }: Sentence, found: readonly Place[]) {
  const told = (places: readonly Place[], others: readonly Place[]) =>
    places.map((place) => ({
      kind: place.kind,
      text,
      value: text.slice(place.start, place.end),
      right: others.some((other) => other.kind === place.kind && overlap(place, other)),
    }));
  return { planted: told(planted, found), found: told(found, planted) };
}

const overlap = (one: Place, other: Place) => one.start < other.end && other.start < one.end;
const share = (judged: readonly { right: boolean }[]) =>
  judged.length === 0 ? 1 : judged.filter(({ right }) => right).length / judged.length;

/** Opens what an offering may name and is asked: the call, the architectures and the supplier questions. */
import { openLibrary } from '#site/library.ts';
import { choicesOf, type OfferChoices } from '#site/record/offer-choices.ts';
import { readSingle } from '#site/single.ts';

export async function openChoices(): Promise<OfferChoices> {
  const { architectures } = await openLibrary();
  const { questions } = await readSingle('supplierQuestions');
  return choicesOf({
    call: await readSingle('call'),
    architectures: architectures.map(({ id, data }) => ({ ...data, id })),
    questions,
  });
}

/** What an offering may name and is asked, in the words of the call, the architectures and the supplier questions. Pure. */
import type { Architecture } from '#schemas/architecture.ts';
import type { Call } from '#schemas/call.ts';
import type { SupplierQuestion } from '#schemas/question.ts';
import type { Capability, Scenario } from '#schemas/vocabulary.ts';

export type OfferChoices = {
  requirements: readonly { id: string; scenario: Scenario; capability: Capability; requires: string }[];
  /** Places in the reference architectures: `id` is `architecture/component`. */
  roles: readonly { id: string; name: string; architecture: string }[];
  questions: readonly { id: SupplierQuestion; asks: string; goodAnswer: string }[];
};

type Sources = {
  call: Pick<Call, 'scenarios'>;
  /** In order, each with the name of its file. */
  architectures: readonly (Pick<Architecture, 'title' | 'components'> & { id: string })[];
  questions: OfferChoices['questions'];
};

export const choicesOf = ({ call, architectures, questions }: Sources): OfferChoices => ({
  requirements: call.scenarios.flatMap(({ scenario, requirements }) =>
    requirements.map(({ id, capability, requires }) => ({ id, scenario, capability, requires })),
  ),
  // What contributes nothing to patching is no place for a product that patches.
  roles: architectures.flatMap(({ id, title, components }) =>
    components
      .filter(({ capabilities }) => capabilities.length > 0)
      .map((component) => ({ id: `${id}/${component.id}`, name: component.name, architecture: title })),
  ),
  questions: questions.map(({ id, asks, goodAnswer }) => ({ id, asks, goodAnswer })),
});

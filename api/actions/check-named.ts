/**
 * What a text names must exist: steps of the reference processes, requirements of the call, places in the reference
 * architectures. What does not would point nowhere on its page.
 */
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import type { OfferingContent } from '#schemas/offering.ts';
import type { Issue } from '#schemas/problem.ts';
import { type Content, isOffering, isShort, type LessonContent } from '#schemas/submission.ts';

type Known = Pick<Deps, 'steps' | 'offers'>;

/** Refuse with `invalid`, naming each field, where `content` names what does not exist. */
export function checkNamed(known: Known, content: Content): void {
  const issues = issuesIn(known, content);
  if (issues.length > 0) throw new AppError('invalid', 'Some answers need attention.', { issues });
}

function issuesIn(known: Known, content: Content): Issue[] {
  if (isShort(content)) return [];
  return isOffering(content)
    ? [...strayClaims(known, content), ...strayRoles(known, content)]
    : strayBearings(known, content);
}

function strayBearings({ steps }: Known, { lessons }: LessonContent): Issue[] {
  const known = new Set(steps.map(({ id }) => id));
  return lessons.flatMap(({ bearings }, lesson) =>
    bearings.flatMap(({ step }, bearing) =>
      known.has(step)
        ? []
        : [
            {
              path: `content.lessons.${lesson}.bearings.${bearing}.step`,
              message: `There is no step “${step}”. Choose one from the list.`,
            },
          ],
    ),
  );
}

/** A requirement asks for one capability, so a claim about another does not address it. */
function strayClaims({ offers }: Known, { claims }: OfferingContent): Issue[] {
  const known = new Map(offers.requirements.map((one) => [one.id, one.capability]));
  return claims.flatMap(({ requirement, capability }, index) => {
    const path = `content.claims.${index}.requirement`;
    if (requirement === undefined || known.get(requirement) === capability) return [];
    if (known.has(requirement))
      return [
        { path, message: 'This requirement asks for another capability. Choose one that fits what it does.' },
      ];
    return [{ path, message: `The call has no requirement “${requirement}”. Choose one from the list.` }];
  });
}

function strayRoles({ offers }: Known, { roles }: OfferingContent): Issue[] {
  const known = new Set(offers.roles.map(({ id }) => id));
  return roles.flatMap((role, index) =>
    known.has(role)
      ? []
      : [
          {
            path: `content.roles.${index}`,
            message: `No reference architecture has the place “${role}”. Choose one from the list.`,
          },
        ],
  );
}

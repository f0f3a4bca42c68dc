/** A lab procedure as the person needs it who runs it. */
import type { KnownProcedure } from '#schemas/lab-test.ts';
import { Procedure } from '#site/record/Procedure.tsx';

export const ProcedureText = ({ procedure }: { procedure: KnownProcedure }) => (
  <details>
    <summary>
      The procedure, version {procedure.version}
      <span class="usa-sr-only">: {procedure.title}</span>
    </summary>
    <Procedure procedure={procedure} level={4} />
  </details>
);

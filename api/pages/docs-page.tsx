/** The API for people: every call, what it does and what it takes. Drawn from the OpenAPI description alone. */
import type { OpenAPIV3_1 } from 'openapi-types';
import { PROOF_MINUTES } from '#api/review/proof.ts';
import { PROOF_NEEDED } from '#schemas/problem.ts';
import type { ApiPage } from './shell.tsx';

const METHODS = ['get', 'post', 'put', 'delete'] as const;
type Call = { method: string; path: string; operation: OpenAPIV3_1.OperationObject };

/** `description`: the OpenAPI 3.1 document. */
export const docsPage = (description: Pick<OpenAPIV3_1.Document, 'paths'>): ApiPage => ({
  title: 'The API',
  content: (
    <div class="page__text prose">
      <p>
        All of it, for programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. Errors are problem details (RFC
        9457): a sentence that says what to do, and one issue a field. Bodies may be JSON or forms.
      </p>
      <p id="proof-needed">
        Decisions, and changes of who decides, need a second factor that was shown within the last{' '}
        {PROOF_MINUTES} minutes. Without it they are refused with 403 and the type <code>{PROOF_NEEDED}</code>
        . Show one by <code>POST /api/auth/prove</code> or with a passkey, then send the same again.
      </p>
      {[...byTag(callsOf(description))].map(([tag, calls]) => (
        <section key={tag}>
          <h2>{tag}</h2>
          <dl>
            {calls.map((call) => (
              <Described key={`${call.method} ${call.path}`} {...call} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  ),
});

const Described = ({ method, path, operation }: Call) => (
  <>
    <dt>
      <code>
        {method.toUpperCase()} {path}
      </code>
    </dt>
    <dd>
      {operation.summary}. {operation.description} Answers {Object.keys(operation.responses ?? {}).join(', ')}
      .
    </dd>
  </>
);

const callsOf = ({ paths = {} }: Pick<OpenAPIV3_1.Document, 'paths'>): Call[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

const byTag = (calls: readonly Call[]) =>
  Map.groupBy(calls, ({ operation }) => operation.tags?.[0] ?? 'Other');

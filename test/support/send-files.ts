/** Sends files to a submission over HTTP. */
import { ORIGIN, type Visitor } from './commons.ts';
import type { Story } from './story.ts';

export type Sent = [name: string, content: string | Uint8Array];

/** Send files as a form does. `page`: as a browser without scripts; `desk`: to the address of the desk. */
export async function sendFiles(
  { app, id }: Pick<Story, 'app' | 'id'>,
  who: Visitor,
  files: readonly Sent[],
  { page = false, keepNames = false, headers = {} as Record<string, string>, at = id, desk = false } = {},
) {
  // Somebody of the desk signs in with their first call.
  if (desk) await who.get('/api/people/me');
  const body = new FormData();
  for (const [name, content] of files) body.append('files', new Blob([Buffer.from(content)]), name);
  if (keepNames) body.append('keepNames', 'on');
  const response = await app.request(`${ORIGIN}/api/${desk ? 'desk/' : ''}submissions/${at}/evidence`, {
    method: 'POST',
    headers: {
      origin: ORIGIN,
      accept: page ? 'text/html' : 'application/json',
      cookie: [...who.cookies].map((pair) => pair.join('=')).join('; '),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

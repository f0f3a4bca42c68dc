/** Sends one file, and says how far it is. XMLHttpRequest, because fetch does not tell how much has left. */
import type { EvidenceAdded, EvidenceFile } from '#schemas/evidence.ts';
import type { Problem } from '#schemas/problem.ts';

export type Sent =
  | { ok: true; file: EvidenceFile }
  /** `again`: the same file may be taken if it is sent once more. */
  | { ok: false; message: string; again: boolean };

export type Sending = {
  address: string;
  file: File;
  keepNames: boolean;
  /** Hears the share that has left, from 0 to 1. */
  onProgress: (share: number) => void;
};

const DROPPED: Sent = {
  ok: false,
  message: 'The connection broke off. The file is still chosen here.',
  again: true,
};

/** Never throws. A file that arrived although its answer did not is stored once, however often it is sent. */
export function sendFile({ address, file, keepNames, onProgress }: Sending): Promise<Sent> {
  const body = new FormData();
  body.append('files', file);
  if (keepNames) body.append('keepNames', 'on');
  const request = new XMLHttpRequest();
  request.open('POST', address);
  request.setRequestHeader('Accept', 'application/json');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
  return new Promise((resolve) => {
    request.addEventListener('load', () => resolve(read(request)));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(DROPPED));
    request.send(body);
  });
}

function read({ status, responseText }: XMLHttpRequest): Sent {
  const answer = parse(responseText);
  const file = status === 201 ? (answer as EvidenceAdded | undefined)?.evidence[0] : undefined;
  if (file) return { ok: true, file };
  const again = AGAIN.has(status) || status >= 500;
  return { ok: false, message: messageOf(status, answer as Problem | undefined), again };
}

/** Not signed in any longer, not possible now, too many. */
const AGAIN = new Set([400, 401, 408, 409, 429]);

function messageOf(status: number, problem: Problem | undefined): string {
  if (status === 401)
    return 'Your hour here has ended. Open the link of your letter in another tab, then try again.';
  return problem?.detail ?? 'The answer could not be read.';
}

/** A proxy may answer with a page. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Sends one body again and again to an address, so many requests at once, and answers how long each took.
 * Runs in a thread of its own: the server that is measured keeps its event loop to itself.
 */
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

export type Load = {
  /** Where the JSON body is posted. */
  url: string;
  body: string;
  /** How many requests are sent, and how many of them wait for an answer at any time. */
  requests: number;
  atOnce: number;
};

/** `milliseconds`: of each request, in no order. `seconds`: of all of them together. */
export type Loaded = { milliseconds: number[]; seconds: number };

export type Sender = { apply: (load: Load) => Promise<Loaded>; stop: () => Promise<unknown> };

/** Start the other thread. `apply` throws when an answer is not 201. */
export function startSender(): Sender {
  const worker = new Worker(fileURLToPath(import.meta.url));
  return {
    apply: async (load) => {
      worker.postMessage(load);
      const [loaded] = await once(worker, 'message');
      return loaded as Loaded;
    },
    stop: () => worker.terminate(),
  };
}

async function send({ url, body, requests, atOnce }: Load): Promise<Loaded> {
  const agent = new http.Agent({ keepAlive: true });
  const milliseconds: number[] = [];
  let left = requests;
  const sender = async () => {
    while (left > 0) {
      left -= 1;
      const began = performance.now();
      await post(url, body, agent);
      milliseconds.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, sender));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { milliseconds, seconds };
}

function post(url: string, body: string, agent: http.Agent): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode} ${text}`)),
      );
    });
    request.on('error', reject).end(body);
  });
}

if (!isMainThread) parentPort?.on('message', async (load: Load) => parentPort?.postMessage(await send(load)));

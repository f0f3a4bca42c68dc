/** How the demonstration gets a past: a clock that is set back, and letters that were carried out long ago. */
import { deliverLetter } from '#api/actions/deliver-letter.ts';
import type { Deps } from '#api/deps.ts';

const DAY = 86_400_000;

export type Clock = { now: () => Date; pass: (days: number) => void };

/** A clock that begins so many days ago and moves when it is told to. */
export function clockFrom(daysAgo: number): Clock {
  let at = Date.now() - daysAgo * DAY;
  return {
    now: () => new Date(at),
    pass: (days) => {
      at += days * DAY;
    },
  };
}

export type Post = {
  /** The dependencies of an action in the past: it queues no job, and its letters wait for `deliver`. */
  deps: Deps;
  /** Carry the waiting letters out as `deps` say, and keep the links in them instead of mailing them. */
  deliver: (deps: Deps) => Promise<void>;
  /** The secret link of the newest letter to an address. */
  linkTo: (address: string) => string | undefined;
};

/** Publishing is left to the start of the server: it brings the files and the site to what the database says. */
export function openPost(present: Deps): Post {
  const waiting: string[] = [];
  const links = new Map<string, string>();
  const keep = (data: object) => {
    if ('letterId' in data) waiting.push(String(data.letterId));
  };
  const jobs: Deps['jobs'] = {
    ...present.jobs,
    send: async (_tx, _queue, data) => keep(data),
    sendAll: async (_tx, _queue, all) => all.forEach(keep),
  };
  const mail: Deps['mail'] = {
    send: async ({ to, text }) => {
      const link = /https?:\/\/\S+#\S+/.exec(text)?.[0];
      if (link) links.set(to, link);
    },
    close: () => {},
  };
  return {
    deps: { ...present, jobs, mail },
    deliver: async (deps) => {
      for (const id of waiting.splice(0)) await deliverLetter(deps, id);
    },
    linkTo: (address) => links.get(address),
  };
}

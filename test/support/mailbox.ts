/** A real mail server on loopback that keeps what it is given. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Mailbox = {
  url: string;
  /** Letters to an address, the oldest first. */
  to: (address: string) => Email[];
  /** Refuse the next letters, as a full disk would. */
  refuse: (refusing: boolean) => void;
  close: () => Promise<void>;
};

export async function openMailbox(): Promise<Mailbox> {
  const received: Email[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusing) return done(new Error('452 Insufficient storage'));
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push(mail);
          done();
        }, done);
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    to: (address) => received.filter(({ to = [] }) => to.some((one) => one.address === address)),
    refuse: (now) => {
      refusing = now;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** The secret code in the newest letter to an address: eight words after the fragment sign of its link. */
export function codeIn(letters: readonly Email[]): string {
  const text = letters.at(-1)?.text ?? '';
  const code = /\/open\/#([a-z-]+)/.exec(text)?.[1];
  if (!code) throw new Error(`No link with a code in this letter:\n${text}`);
  return code;
}

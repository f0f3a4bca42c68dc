/** Carries a letter out: by SMTP, or to the console of a machine where somebody tries Patch Commons. */
import { createTransport } from 'nodemailer';

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every attempt at one letter, so that a letter sent twice is recognised. */
  messageId: string;
};

export type Mailer = { send: (mail: Mail) => Promise<void>; close: () => void };

/** Deliver by SMTP. `url` as nodemailer takes it, like smtps://user:password@mail.example.org. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url);
  return {
    send: async (mail) => {
      await transport.sendMail({ from, ...mail, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
}

/** Print letters instead of sending them. The text holds secret links: only for a server that listens on loopback. */
export const printingMailer = (print: (text: string) => void): Mailer => ({
  send: async ({ to, subject, text }) => print(`\n--- Letter to ${to}\n${subject}\n\n${text}\n---\n`),
  close: () => {},
});

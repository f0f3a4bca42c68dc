/** Lessons that editors record for others. To be mounted at `/api/desk/recordings`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { correctAddress } from '#api/actions/correct-address.ts';
import { attachmentsOf, showMail } from '#api/actions/open-mail.ts';
import { onlyRecorders, recordLesson, showRecordings } from '#api/actions/record-lesson.ts';
import type { Deps } from '#api/deps.ts';
import { receiveMail, receiveRecording } from '#api/evidence/receive.ts';
import { requirePerson, type SignedIn } from '#api/require-person.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { checkJson, validate } from '#api/validate.ts';
import { correctedAddress, mailRead, ownRecording, recorded, recording } from '#schemas/recording.ts';
import { byId, section } from './describe.ts';

const { shows, does } = section('Desk');

const file = { type: 'string' as const, format: 'binary' };
const multipart = (properties: Record<string, object>) => ({
  requestBody: {
    content: { 'multipart/form-data': { schema: { type: 'object' as const, properties } } },
  },
});

export const recordingRoutes = (deps: Deps) =>
  new Hono<SignedIn>()
    .use(requirePerson(deps))
    .get('/', shows('List the lessons that one recorded oneself', z.array(ownRecording)), async (c) =>
      c.json(await showRecordings(deps, c.var.person)),
    )
    .post(
      '/read-mail',
      shows('Read the plain text of a message; nothing of it is kept', mailRead, 200, {
        ...multipart({ mail: file }),
      }),
      async (c) => {
        onlyRecorders(c.var.person);
        const read = await deps.intake.inFolder(async (folder) =>
          showMail(deps, c.var.person, await receiveMail(c.req.raw, folder)),
        );
        return c.json(read);
      },
    )
    .put(
      '/:id/address',
      does('Correct the address of a source that has not confirmed the lesson, and write to the new one'),
      validate('param', byId),
      validate('json', correctedAddress),
      async (c) => {
        await correctAddress(deps, c.var.person, c.req.valid('param').id, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .post(
      '/',
      shows('Record a lesson for its source, who confirms and signs it', recorded, 201, {
        description:
          '`recording`: JSON by the schema `Recording`. `files` and the attachments of `mail` that it names become evidence.',
        ...multipart({
          recording: { type: 'string' },
          files: { type: 'array', items: file },
          mail: file,
          keepNames: { type: 'string' },
        }),
      }),
      async (c) => {
        onlyRecorders(c.var.person);
        const answer = await deps.intake.inFolder(async (folder) => {
          const { mail, files, keepNames, ...upload } = await receiveRecording(c.req.raw, folder);
          const told = checkJson(recording, upload.recording);
          await deps.limits.consume('confirm', mailboxKey(told.contact.email));
          const attached = await attachmentsOf(deps, mail, told.attachments);
          return recordLesson(deps, c.var.person, told, { files: [...files, ...attached], keepNames });
        });
        return c.json(answer, 201);
      },
    );

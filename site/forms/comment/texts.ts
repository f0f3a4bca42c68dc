/** Texts that can be commented on, and their sections. Made from the editors' files by the build and by the API alike. Pure. */
import type { Architecture } from '#schemas/architecture.ts';
import { type CommentRoom, WHOLE_TEXT } from '#schemas/comment.ts';
import type { TextStatus } from '#schemas/editorial.ts';
import { allSections, type VolumeOutline } from '#schemas/guide.ts';
import type { Process } from '#schemas/process.ts';

export type CommentedText = {
  /** `processes/emergency-patching`. */
  id: string;
  title: string;
  version: string;
  status: TextStatus;
  sections: readonly { id: string; title: string }[];
};

type Part = { id: string; title: string };

function textOf(room: CommentRoom, name: string, of: Omit<CommentedText, 'id'>): CommentedText {
  const whole: Part = { id: WHOLE_TEXT, title: 'The text as a whole' };
  const { title, version, status, sections } = of;
  return { id: `${room}/${name}`, title, version, status, sections: [whole, ...sections] };
}

const step = ({ id, name }: Process['steps'][number], index: number): Part => ({
  id,
  title: `Step ${index + 1}: ${name}`,
});

export const commentedProcess = (id: string, process: Process): CommentedText =>
  textOf('processes', id, { ...process, sections: process.steps.map(step) });

export const commentedArchitecture = (id: string, architecture: Architecture): CommentedText =>
  textOf('architectures', id, {
    ...architecture,
    sections: architecture.components.map(({ id: component, name }) => ({ id: component, title: name })),
  });

export const commentedVolume = (volume: VolumeOutline): CommentedText =>
  textOf('guide', volume.volume, {
    ...volume,
    title: volume.subtitle,
    sections: allSections(volume.sections).map(({ id, title }) => ({ id, title })),
  });

/** Until when a text is open for comment on `today` (`2026-11-22`); nothing where it is not. */
export const openUntil = ({ status }: Pick<CommentedText, 'status'>, today: string): string | undefined =>
  status.is === 'draft_for_comment' && status.from <= today && today <= status.to ? status.to : undefined;

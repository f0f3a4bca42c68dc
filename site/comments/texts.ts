/** Every text that can be commented on, and every published comment, as the build knows them. */
import { getCollection } from 'astro:content';
import type { CommentRecord } from '#schemas/comment.ts';
import {
  type CommentedText,
  commentedArchitecture,
  commentedProcess,
  commentedVolume,
  openUntil,
} from '#site/forms/comment/texts.ts';
import { openLibrary } from '#site/library.ts';

export async function openCommentedTexts(): Promise<CommentedText[]> {
  const { processes, architectures } = await openLibrary();
  const volumes = (await getCollection('volumes')).map(({ data }) => data);
  return [
    ...volumes.toSorted((a, b) => a.volume.localeCompare(b.volume)).map(commentedVolume),
    ...processes.map(({ id, data }) => commentedProcess(id, data)),
    ...architectures.map(({ id, data }) => commentedArchitecture(id, data)),
  ];
}

export const openComments = async (): Promise<CommentRecord[]> =>
  (await getCollection('comments')).map(({ data }) => data.comment);

/** The day of the build. The site is built every night, so a comment period ends with its day. */
export const today = () => new Date().toISOString().slice(0, 10);

/** Texts that have a page of comments: drafts, and whatever was commented on. */
export async function listDiscussed(): Promise<CommentedText[]> {
  const commented = new Set((await openComments()).map(({ text }) => text));
  const texts = await openCommentedTexts();
  return texts.filter(({ id, status }) => status.is === 'draft_for_comment' || commented.has(id));
}

export const isOpen = (text: Pick<CommentedText, 'status'>): boolean =>
  openUntil(text, today()) !== undefined;

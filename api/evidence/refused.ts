/** Why a file is not taken. Both messages are for its submitter; anything else that is thrown is a bug. */

/** The file's own doing. The message says what to do about it. */
export class FileRefused extends Error {
  override name = 'FileRefused';
}

/** Ours or the operator's: the same file may be taken later. */
export class CannotCheck extends Error {
  override name = 'CannotCheck';
  override message = 'Files cannot be checked at the moment. Try again later.';
}

/**
 * Ends the process once it holds too much memory. On a thread of its own, since the main one is busy with the file; and
 * not by a limit of V8, which does not count what streams are inflated into.
 */

/** Bytes. The largest picture that is taken needs half of it. */
const MOST_MEMORY = 768 * 1024 ** 2;
const EVERY_MS = 20;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_MEMORY) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);

/** What stands in a form whenever the writer pauses: for what would disturb, or cost, with every key. */
import { useEffect, useState } from 'preact/hooks';

/** The newest value that stood for `milliseconds`, or the first one until then. */
export function usePaused<T>(value: T, milliseconds: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return paused;
}

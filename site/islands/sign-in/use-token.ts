/** The token of a link that stands after the hash, where no server and no log sees it. */
import { useEffect, useState } from 'preact/hooks';

/** Undefined until the page runs, empty where the link has none. It is taken out of the address at once. */
export function useToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    setToken(location.hash.slice(1));
    history.replaceState(null, '', location.pathname);
  }, []);
  return token;
}

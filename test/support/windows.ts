/** A browser as what it keeps sees it: one disk, and windows that come and go without notice. */
import type { Around } from '#site/islands/mirror.ts';

class Disk implements Storage {
  readonly #kept = new Map<string, string>();
  get length() {
    return this.#kept.size;
  }
  clear = () => this.#kept.clear();
  key = (index: number) => [...this.#kept.keys()][index] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  removeItem = (key: string) => void this.#kept.delete(key);
  setItem = (key: string, text: string) => void this.#kept.set(key, text);
}

export class Browser {
  readonly disk = new Disk();
  readonly #held = new Set<string>();

  /** Open a window. Once it is closed, what it held is free, and a page that is still in it writes nothing any more. */
  open(): { around: Around & { storage: Storage }; close: () => void } {
    const own = new Set<string>();
    const storage = new Window(this.disk);
    const hold = async (key: string) => {
      if (this.#held.has(key)) return false;
      this.#held.add(key);
      own.add(key);
      return true;
    };
    const close = () => {
      storage.isOpen = false;
      for (const key of own) this.#held.delete(key);
      own.clear();
    };
    return { around: { storage, hold }, close };
  }
}

class Window implements Storage {
  isOpen = true;
  readonly #disk: Disk;
  constructor(disk: Disk) {
    this.#disk = disk;
  }
  get length() {
    return this.#disk.length;
  }
  clear = () => this.isOpen && this.#disk.clear();
  key = (index: number) => this.#disk.key(index);
  getItem = (key: string) => this.#disk.getItem(key);
  removeItem = (key: string) => this.isOpen && this.#disk.removeItem(key);
  setItem = (key: string, text: string) => this.isOpen && this.#disk.setItem(key, text);
}

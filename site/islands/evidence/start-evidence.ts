/**
 * Improves the forms of evidence files (`site/forms/evidence/EvidenceSection.tsx`), which work without it: files go one by
 * one, with their progress, and can be tried again; adding and removing leave alone what is typed elsewhere on the page.
 */
import type { EvidenceFile } from '#schemas/evidence.ts';
import { fileWords } from '#site/forms/evidence/words.ts';
import { sendFile } from './send-file.ts';
import { element, type Transfer, transferOf } from './transfer.ts';

type Parts = {
  files: HTMLElement;
  template: HTMLTemplateElement;
  transfers: HTMLElement;
  /** Tell those who do not see the lists. */
  say: (text: string) => void;
};

/** `root`: the section, `#evidence`. */
export function startEvidence(root: HTMLElement): void {
  const files = root.querySelector<HTMLElement>('[data-files]');
  const template = root.querySelector<HTMLTemplateElement>('template[data-entry]');
  if (!files || !template) return;
  const transfers = element('ul', 'evidence-files');
  const status = element('p', 'usa-sr-only');
  status.setAttribute('role', 'status');
  files.after(transfers, status);
  const parts: Parts = {
    files,
    template,
    transfers,
    say: (text) => {
      status.textContent = text;
    },
  };
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.dataset['remove'] !== undefined) {
      event.preventDefault();
      void remove(parts, form, root);
    }
  });
  const form = root.querySelector<HTMLFormElement>('form[data-add]');
  if (form) startSending(parts, form, Number(root.dataset['mostBytes']));
}

function startSending(parts: Parts, form: HTMLFormElement, mostBytes: number): void {
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const keep = form.querySelector<HTMLInputElement>('input[name=keepNames]');
  let onTheirWay = 0;
  let last = Promise.resolve();

  /** One at a time, in the order in which they were chosen. */
  const queue = (file: File, keepNames: boolean, transfer: Transfer) => {
    const again = () => queue(file, keepNames, transfer);
    transfer.show(0);
    onTheirWay += 1;
    last = last.then(async () => {
      const sent = await sendFile({ address: form.action, file, keepNames, onProgress: transfer.show });
      onTheirWay -= 1;
      if (sent.ok) arrive(parts, sent.file, transfer);
      else stop(parts, file, transfer, sent.message, sent.again ? again : undefined);
    });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    for (const file of input?.files ?? []) {
      const transfer = transferOf(file.name);
      parts.transfers.append(transfer.entry);
      if (file.size > mostBytes)
        stop(parts, file, transfer, `It is larger than ${mostBytes / 1024 ** 2} MB.`, undefined);
      else queue(file, keep?.checked ?? false, transfer);
    }
    form.reset();
  });
  addEventListener('beforeunload', (event) => {
    if (onTheirWay > 0) event.preventDefault();
  });
}

function arrive({ files, template, say }: Parts, file: EvidenceFile, { entry }: Transfer): void {
  const hadFocus = entry.contains(document.activeElement);
  entry.remove();
  const shown = template.content.firstElementChild?.cloneNode(true);
  const form = shown instanceof HTMLElement ? shown.querySelector('form') : undefined;
  if (!(shown instanceof HTMLElement) || !form) return;
  const address = form.dataset['remove']?.replace(/\/[^/]*$/, `/${file.id}`) ?? '';
  form.action = `${address}/remove`;
  form.dataset['remove'] = address;
  const [visible, spoken] = shown.querySelectorAll('[data-name]');
  if (visible instanceof HTMLAnchorElement) {
    visible.textContent = file.name;
    visible.href = address;
  }
  if (spoken) spoken.textContent = ` ${file.name}`;
  const words = shown.querySelector('[data-words]');
  if (words) words.textContent = fileWords(file);
  // A file that was there already, and whose answer was lost, is listed once.
  const isListed = [...files.querySelectorAll('form')].some((one) => one.dataset['remove'] === address);
  if (!isListed) files.append(shown);
  say(`${file.name} was added.`);
  if (hadFocus) form.querySelector('button')?.focus();
}

function stop({ say }: Parts, file: File, transfer: Transfer, message: string, again?: () => void): void {
  transfer.stop(message, again);
  say(`${file.name} was not added. ${message}`);
}

async function remove({ say }: Parts, form: HTMLFormElement, root: HTMLElement): Promise<void> {
  const entry = form.closest('li');
  const name = entry?.querySelector('[data-name]')?.textContent ?? 'The file';
  const isGone = await fetch(form.dataset['remove'] ?? '', { method: 'DELETE' }).then(
    // 404: it was removed in another tab.
    ({ ok, status }) => ok || status === 404,
    () => false,
  );
  if (!isGone) {
    // The plain form shows the reason.
    form.submit();
    return;
  }
  entry?.remove();
  say(`${name} was removed.`);
  root.querySelector<HTMLElement>('h2')?.focus();
}

/** Take an offering from a file, or save what was typed as one. */
import { useRef, useState } from 'preact/hooks';
import type { FormValues } from '#site/forms/names.ts';
import { type Imported, offeringFile, readOffering } from './offering-file.ts';

type Props = {
  /** What is typed of the offering now. */
  content: () => FormValues;
  onImport: (imported: Extract<Imported, { ok: true }>) => void;
};

export function FileButtons({ content, onImport }: Props) {
  const [said, say] = useState('');
  const input = useRef<HTMLInputElement>(null);

  const take = async (chosen: HTMLInputElement) => {
    const file = chosen.files?.[0];
    if (!file) return;
    const imported = readOffering(await file.text());
    // The same file can be chosen again after it was mended.
    chosen.value = '';
    if (!imported.ok) return say(imported.message);
    say(
      imported.issues.length === 0
        ? 'Imported. Nothing is missing of the offering itself.'
        : 'Imported. Some answers need attention; they are listed at the top of the form.',
    );
    onImport(imported);
  };

  const give = () => {
    const { name, text, missing } = offeringFile(content(), location.origin);
    download(name, text);
    say(missing === 0 ? 'Exported.' : `Exported as it is: ${missing} answers still need attention.`);
  };

  return (
    <section aria-labelledby="offering-file">
      <h2 id="offering-file">As a file</h2>
      <p>
        Everything but contacts and consent. What you import takes the place of what is typed; nothing is
        sent.
      </p>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="Offering as JSON"
        hidden
        onChange={(event) => void take(event.currentTarget)}
      />
      <div class="form-buttons">
        <button class="usa-button usa-button--outline" type="button" onClick={() => input.current?.click()}>
          Import JSON
        </button>
        <button class="usa-button usa-button--outline" type="button" onClick={give}>
          Export JSON
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Back to the queue as it was left, or on to the next submission without deciding on this one. */
import { useDesk } from '../context.ts';
import { useGoOn } from './use-go-on.ts';

export function WaysOn({ id }: { id: string }) {
  const { left } = useDesk();
  const goOn = useGoOn(id);
  return (
    <p class="desk-ways">
      <a
        href={left.current.queue}
        data-key="u"
        onClick={() => {
          left.current.from = id;
        }}
      >
        Back to the queue
      </a>
      <button
        class="usa-button usa-button--unstyled"
        type="button"
        data-key="n"
        onClick={() => void goOn('')}
      >
        Open the next that waits for you
      </button>
    </p>
  );
}

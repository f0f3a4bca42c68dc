/** A section of a record. Its headings stand one level deeper where the record prints its own title. */
import type { ComponentChildren, VNode } from 'preact';

/** The level of a record's section headings. */
export type Level = 2 | 3;

type Props = { id: string; title: string; level: Level; wide?: boolean; children: ComponentChildren };

export function Section({ id, title, level, wide = false, children }: Props): VNode {
  const Heading = `h${level}` as const;
  return (
    <section class={wide ? 'record__section wide' : 'record__section'} aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}

/**
 * Keeps a text of a thousand nested quotes, lists or emphases from keeping the parser busy for half a minute (it takes
 * time quadratic in their number) and from exhausting the stack of whatever walks the tree after it.
 */
import type { Nodes, Parents, Root } from 'mdast';

/** Deeper than anybody writes for people to read. */
const DEEPEST = 16;
const BLOCKS: ReadonlySet<string> = new Set(['blockquote', 'list', 'paragraph', 'heading']);

const MARKER = String.raw`(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*`;
const CROWDED = new RegExp(`^([ \\t]*(?:${MARKER}){${DEEPEST}})(?=${MARKER})`, 'gm');

/** More runs of `*` and `_` than a text of the greatest length has that is meant to be read. */
const MOST_RUNS = 800;

/** Escape what would open one more quote, list or emphasis where enough are open already: it is then text. */
export function limitMarkers(source: string): string {
  let runs = 0;
  return source.replace(CROWDED, '$1\\').replace(/[*_]+/g, (run) => {
    runs += 1;
    return runs > MOST_RUNS ? run.replace(/./g, '\\$&') : run;
  });
}

/** Replace, in place, what is nested too deep by the text as it was typed. `source` is what the tree was parsed from. */
export function limitDepth(tree: Root, source: string): void {
  const open: { parent: Parents; depth: number }[] = [{ parent: tree, depth: 1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { parent, depth } = next;
    for (const [index, child] of parent.children.entries()) {
      if (!('children' in child)) continue;
      // A list item stays, because its list may hold nothing else; its content is cut one level below.
      if (depth < DEEPEST || child.type === 'listItem') open.push({ parent: child, depth: depth + 1 });
      else (parent.children as Nodes[])[index] = typed(child, source);
    }
  }
}

function typed(node: Parents, source: string): Nodes {
  const text = {
    type: 'text' as const,
    value: source.slice(node.position?.start.offset, node.position?.end.offset),
  };
  return BLOCKS.has(node.type) ? { type: 'paragraph', children: [text] } : text;
}

/**
 * The one place where words from outside become elements. Markdown is parsed, turned into elements that a short list
 * allows, and handed to Preact as nodes: no string of HTML exists on the way. It runs in Node and in the browser.
 *
 * What the list does not allow is shown as the text that was typed (HTML) or as its description (images).
 */
import type { Nodes } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import type { Html, Image, ImageReference, Root as MdastRoot } from 'mdast';
import type { ComponentChildren, VNode } from 'preact';
import { Fragment, jsx, jsxs } from 'preact/jsx-runtime';
import rehypeSanitize, { type Options as Allowed } from 'rehype-sanitize';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { limitDepth, limitMarkers } from './markdown-depth.ts';
import { plainParagraphs } from './plain-text.ts';

const ALLOWED: Allowed = {
  tagNames: [
    'p',
    'br',
    'hr',
    'strong',
    'em',
    'code',
    'pre',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ol', 'ul'] },
};
const LINKED = /^(https?:\/\/|mailto:)/i;

const asText = (value: string | null | undefined) => ({ type: 'text' as const, value: value ?? '' });

const processor = unified()
  .use(remarkParse)
  .use(() => (tree: MdastRoot, file) => limitDepth(tree, String(file)))
  .use(remarkRehype, {
    handlers: {
      html: (_: unknown, { value }: Html) => asText(value),
      image: (_: unknown, { alt }: Image) => asText(alt),
      imageReference: (_: unknown, { alt }: ImageReference) => asText(alt),
    },
  })
  .use(rehypeSanitize, ALLOWED)
  .freeze();

type Props = {
  text: string;
  /** The level that the first heading of the text gets; deeper ones follow without a gap. */
  heading?: number | undefined;
};

/** Print Markdown as elements. Never throws, whatever the text holds. */
export function Markdown({ text, heading = 3 }: Props): VNode {
  const plain = plainParagraphs(text);
  if (plain) return <Plain paragraphs={plain} />;
  const source = limitMarkers(text);
  const tree = processor.runSync(processor.parse(source), source);
  placeHeadings(tree, heading);
  return toJsxRuntime(tree, {
    Fragment,
    jsx,
    jsxs,
    elementAttributeNameCase: 'html',
    components: { a: OutsideLink },
  });
}

/** Lines stay lines, and a line ends after each paragraph but the last, as the parser has it. */
const Plain = ({ paragraphs }: { paragraphs: readonly string[] }): VNode => (
  <>
    {paragraphs.map((paragraph, index) => (
      <>
        {index > 0 && '\n'}
        <p>{paragraph}</p>
      </>
    ))}
  </>
);

/** A link that lends nothing to where it leads. An address of another kind is left as text. */
function OutsideLink({ href, children }: { href?: string; children?: ComponentChildren }): VNode {
  if (!href || !LINKED.test(href)) return <>{children}</>;
  return (
    <a href={href} rel="nofollow ugc noopener">
      {children}
    </a>
  );
}

/** Number the headings from `first`, each at most one level below the one before it. */
function placeHeadings(tree: Nodes, first: number) {
  let before = first - 1;
  const place = (node: Nodes) => {
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
      before = Math.min(Number(node.tagName.slice(1)) + first - 1, before + 1, 6);
      node.tagName = `h${before}`;
    }
    for (const child of 'children' in node ? node.children : []) place(child);
  };
  place(tree);
}

/**
 * lunr's sets of terms, by which it finds what a word with a star or a misspelled one stands for. Built as plain trees:
 * lunr's own way of making them smaller takes different branches for equal where terms hold digits, as CVE ids do, and
 * loses terms.
 */
import lunr from 'lunr';

/** As the library has them; its published types describe instances of what are static functions. */
export type TokenSet = lunr.TokenSet & { final: boolean; edges: Record<string, TokenSet> };
export type Clause = { term: string } & Partial<Omit<lunr.Query.Clause, 'term'>> & {
    presence?: lunr.Query.presence;
  };
const { TokenSet } = lunr as unknown as {
  TokenSet: { new (): TokenSet; fromClause(clause: Clause): TokenSet };
};

/** `terms`: ascending, because lunr answers in the order in which they came. */
export function tokenSetOf(terms: Iterable<string>): TokenSet {
  const root = new TokenSet();
  for (const term of terms) {
    let node = root;
    // Code units, not characters: so does lunr.
    for (let at = 0; at < term.length; at += 1) node = node.edges[term.charAt(at)] ??= new TokenSet();
    node.final = true;
  }
  return root;
}

/** The terms of a set that a clause stands for. Its term has been through the pipeline. */
export const termsFor = (set: TokenSet, clause: Clause): string[] =>
  set.intersect(TokenSet.fromClause(clause)).toArray();

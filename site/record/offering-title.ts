/** What pages and lists call an offering. Apart from its component, so that what is no page can call it the same. */
import type { Offering } from '#schemas/offering.ts';

export const offeringTitle = ({ product, version }: Pick<Offering, 'product' | 'version'>) =>
  `${product} ${version}`;

/** Offerings under what they claim to do. Pure. */
import type { PublishedOffering } from '#schemas/published.ts';
import { CAPABILITIES, type Capability } from '#schemas/vocabulary.ts';

export type Claimed = { offering: PublishedOffering; claims: readonly string[] };

/** In the order of the capabilities; those that nobody offers are left out. An offering may stand under several. */
export const byCapability = (
  offerings: readonly PublishedOffering[],
): { capability: Capability; offered: Claimed[] }[] =>
  CAPABILITIES.map((capability) => ({
    capability,
    offered: offerings
      .map((offering) => ({ offering, claims: claimsOf(offering, capability) }))
      .filter(({ claims }) => claims.length > 0),
  })).filter(({ offered }) => offered.length > 0);

const claimsOf = ({ record }: PublishedOffering, capability: Capability) =>
  record.claims.filter((claim) => claim.capability === capability).map(({ claim }) => claim);

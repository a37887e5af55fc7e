import type { Quote } from "./Proposal.ts";

/** Orders quotes by when their entries happened, the latest first and undated ones last; 0 where that decides nothing. */
export function latestFirst(a: Quote, b: Quote): number {
  if (a.happenedAt === b.happenedAt) return 0;
  if (a.happenedAt === null) return 1;
  return b.happenedAt === null ? -1 : b.happenedAt - a.happenedAt;
}

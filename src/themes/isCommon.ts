import type { Corpus } from "./corpus.ts";
import { isConcept, isPair } from "./gist.ts";
import { usualShare } from "./surprise.ts";

/** A word is common that more than this share of entries by anyone say … */
const commonForAnyone = 0.04;
/** … or of this writer's, once there are more than a few. */
const commonForWriter = 0.33;
const few = 20;

/** Whether a term is too common to say anything alone: "day" is, "phlebotomy" and a pair of words are not. */
export function isCommon(key: string, corpus: Corpus): boolean {
  if (isPair(key)) return false;
  const term = corpus.termOf(key);
  const saying = term === undefined ? 0 : corpus.saying(term).length;
  if (saying > Math.max(few, commonForWriter * corpus.size())) return true;
  return !isConcept(key) && usualShare(key) > commonForAnyone;
}

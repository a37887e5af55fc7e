import type { Judgement, Theme } from "./Theme.ts";

/**
 * What one act of the person changes: the records as they should be next, ready to become edits.
 * A theme that `before` does not hold is new (edit with basis null); judgements named in `renewed`
 * were there before, all others are new.
 */
export interface ThemeDecision {
  /** Themes as they should be next; one that was joined into another has `deletedAt` set. */
  readonly themes: readonly Theme[];
  /** Judgements as they should be next; one taken back has `deletedAt` set. */
  readonly judgements: readonly Judgement[];
  /** The same themes as they stood, for `undoDecision`. */
  readonly before: readonly Theme[];
  /** Judgements that stood already and are replaced by this act, as they stood. */
  readonly renewed: readonly Judgement[];
}

/** A decision that changes themes alone. */
export const changing = (
  themes: readonly Theme[],
  before: readonly Theme[] = [],
): ThemeDecision => ({ themes, judgements: [], before, renewed: [] });

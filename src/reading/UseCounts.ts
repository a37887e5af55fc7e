import { foldText } from "#core/words/foldText.ts";

/** How often each wording was used, for completion; wordings that fold to the same count together. */
export class UseCounts {
  readonly #byFolded = new Map<string, Map<string, number>>();

  /** `times` is 1 when a wording comes into use and -1 when it goes. */
  count(wording: string, times: 1 | -1): void {
    const folded = foldText(wording.trim());
    if (folded === "") return;
    const wordings = this.#byFolded.get(folded) ?? new Map<string, number>();
    const count = (wordings.get(wording.trim()) ?? 0) + times;
    if (count > 0) wordings.set(wording.trim(), count);
    else wordings.delete(wording.trim());
    if (wordings.size > 0) this.#byFolded.set(folded, wordings);
    else this.#byFolded.delete(folded);
  }

  /** At most `limit` wordings that start with what was typed, most used first, each in its most used spelling. */
  startingWith(typed: string, limit: number): readonly string[] {
    const start = foldText(typed.trimStart());
    const found: { readonly wording: string; readonly uses: number }[] = [];
    for (const [folded, wordings] of this.#byFolded) {
      if (!folded.startsWith(start)) continue;
      const spellings = [...wordings].sort(mostUsed);
      const uses = spellings.reduce((sum, [, count]) => sum + count, 0);
      const wording = spellings[0]?.[0];
      if (wording !== undefined) found.push({ wording, uses });
    }
    return found
      .sort((a, b) => mostUsed([a.wording, a.uses], [b.wording, b.uses]))
      .slice(0, limit)
      .map(({ wording }) => wording);
  }
}

const mostUsed = (
  [a, aUses]: readonly [string, number],
  [b, bUses]: readonly [string, number],
): number => bUses - aUses || (a < b ? -1 : a > b ? 1 : 0);

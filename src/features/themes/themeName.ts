import type { ThemeLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";

/** A theme's name, the person's or its terms, or what stands in where its entries share no words. */
export const themeName = (theme: Pick<ThemeLine, "name">): string =>
  theme.name.trim() === "" ? m.themes_unnamed() : theme.name;

/** "5 times since 14 September, most recently on 19 November"; "2 times on 22 November" */
export function themeLineText({ size, span }: Pick<ThemeLine, "size" | "span">, now: number) {
  if (span === null) return m.themes_line_undated({ count: size });
  const first = momentText.dayNear(span.first, now);
  const last = momentText.dayNear(span.last, now);
  return first === last && size > 1
    ? m.themes_line_one_day({ count: size, day: first })
    : m.themes_line({ count: size, first, last });
}

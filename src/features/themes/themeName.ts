import type { ThemeLine } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";

/** A theme's name, the person's or its terms, or what stands in where its entries share no words. */
export const themeName = (theme: Pick<ThemeLine, "name">): string =>
  theme.name.trim() === "" ? m.themes_unnamed() : theme.name;

/** "5 times since 14 September, most recently on 19 November" */
export const themeLineText = (
  { size, span }: Pick<ThemeLine, "size" | "span">,
  now: number,
): string =>
  span === null
    ? m.themes_line_undated({ count: size })
    : m.themes_line({
        count: size,
        first: momentText.dayNear(span.first, now),
        last: momentText.dayNear(span.last, now),
      });

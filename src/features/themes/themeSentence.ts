import { knownMoment } from "#core/entry/knownMoment.ts";
import type { ThemeMember } from "#core/journal/Reader.ts";
import * as m from "#messages";

const day = 86_400_000;

/** "5 entries in 9 weeks.", in whatever unit reads best. */
function span(entries: number, moments: readonly number[]): string {
  if (moments.length === 0) return m.themes_undated({ entries });
  const first = Math.min(...moments);
  const last = Math.max(...moments);
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(last) - midnight(first)) / day);
  if (entries === 1 || days === 0) return m.themes_in_a_day({ entries });
  if (days < 14) return m.themes_in_days({ entries, span: days });
  if (days < 7 * 18) return m.themes_in_weeks({ entries, span: Math.round(days / 7) });
  if (days < 365 * 2) return m.themes_in_months({ entries, span: Math.round(days / 30.44) });
  return m.themes_in_years({ entries, span: Math.round(days / 365.25) });
}

/** How often, over how long, and how it felt, in one or two plain sentences. */
export function themeSentence(members: readonly ThemeMember[]): string {
  const moments = members.flatMap(({ line: { happened } }) => knownMoment(happened) ?? []);
  const got = members.filter(({ line }) => line.feeling === "got-in-the-way").length;
  const well = members.filter(({ line }) => line.feeling === "went-well").length;
  const felt =
    got > 0 && well > 0
      ? m.themes_both({
          got: m.themes_got_and({ count: got }),
          well: m.themes_well({ count: well }),
        })
      : got > 0
        ? m.themes_got_only({ count: got })
        : well > 0
          ? m.themes_well({ count: well })
          : null;
  return [span(members.length, moments), felt].filter((words) => words !== null).join(" ");
}

import * as v from "valibot";
import { type Instant, instant } from "#base/Clock.ts";
import type { EntryId, JudgementId, ThemeId } from "#core/identifiers.ts";
import type { Linked } from "#core/theme/Linked.ts";
import { sayDifferent } from "#core/theme/sayDifferent.ts";
import { sayTheSame } from "#core/theme/sayTheSame.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import type { ThemeDecision } from "#core/theme/ThemeDecision.ts";
import { createThemeEngine, type ThemeEngine } from "#themes/createThemeEngine.ts";

const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => String(id) as EntryId),
  v.minLength(1),
  v.maxLength(1000),
);
const pairSchema = v.tuple([idSchema, idSchema]);
const timeSchema = v.pipe(
  v.string(),
  v.transform((text) => Date.parse(text)),
  v.number("at is not a time"),
  v.finite("at is not a time"),
  v.transform(instant),
);
const lineSchema = v.union([
  v.object({ reset: v.literal(true) }),
  v.object({ same: pairSchema }),
  v.object({ different: pairSchema }),
  v.object({
    id: idSchema,
    at: timeSchema,
    text: v.string(),
    tags: v.optional(v.array(v.string()), []),
  }),
]);

/** What Today would show: entries that keep coming back to one thing, and its words. */
export interface PromptAnswer {
  readonly entries: readonly EntryId[];
  readonly terms: readonly string[];
}

/** One answer, to be written as a line of JSON. */
export type ThemeAnswer =
  | { readonly ok: true; readonly prompt?: PromptAnswer | null }
  | {
      readonly id: EntryId;
      readonly reminds: readonly EntryId[];
      readonly prompt: PromptAnswer | null;
    }
  | { readonly error: string };

/** A writer's journal in memory, spoken to in lines of JSON. */
export interface ThemeSession {
  readonly answer: (line: string) => ThemeAnswer;
}

/** A session with nothing written yet. Taps become themes and judgements by the very decisions of the app. */
export function createThemeSession(): ThemeSession {
  let journal = createJournal();
  return {
    answer: (line) => {
      const parsed = parse(line);
      if ("error" in parsed) return parsed;
      if ("reset" in parsed) {
        journal = createJournal();
        return { ok: true };
      }
      if ("same" in parsed) return journal.say("same", parsed.same);
      if ("different" in parsed) return journal.say("different", parsed.different);
      return journal.write(parsed);
    },
  };
}

function parse(line: string): v.InferOutput<typeof lineSchema> | { readonly error: string } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { error: "not a line of JSON" };
  }
  const parsed = v.safeParse(lineSchema, json);
  if (parsed.success) return parsed.output;
  return {
    error:
      'expected {"reset":true}, {"id","at","text"}, {"same":[id,id]} or {"different":[id,id]}, with at as an ISO time',
  };
}

function createJournal() {
  const engine: ThemeEngine = createThemeEngine();
  const themes = new Map<ThemeId, Theme>();
  const judgements = new Map<JudgementId, Judgement>();
  const times = new Map<EntryId, Instant>();
  /** Entries that a prompt has shown: it is shown once. */
  const shown = new Set<string>();
  let latest = instant(0);
  let made = 0;

  const linkedTo = (entries: readonly EntryId[]): Linked => ({
    themes: [...themes.values()].filter((theme) =>
      theme.members.some((member) => entries.includes(member.entry)),
    ),
    judgements: [...judgements.values()].filter(
      (judgement) => entries.includes(judgement.entry) || entries.includes(judgement.earlier),
    ),
  });

  const keep = (decision: ThemeDecision): void => {
    for (const theme of decision.themes) {
      if (theme.deletedAt === null) {
        themes.set(theme.id, theme);
        engine.putTheme(theme);
      } else {
        themes.delete(theme.id);
        engine.dropTheme(theme.id);
      }
    }
    for (const judgement of decision.judgements) {
      if (judgement.deletedAt === null) {
        judgements.set(judgement.id, judgement);
        engine.putJudgement(judgement);
      } else {
        judgements.delete(judgement.id);
        engine.dropJudgement(judgement.id);
      }
    }
  };

  /** The first prompt of which no entry, or no theme, was shown before. */
  const prompt = (): PromptAnswer | null => {
    for (const group of engine.prompts(latest, () => true)) {
      const known =
        group.theme !== null
          ? shown.has(group.theme) || group.entries.every((entry) => shown.has(entry))
          : group.entries.some((entry) => shown.has(entry));
      if (known) continue;
      if (group.theme !== null) shown.add(group.theme);
      for (const entry of group.entries) shown.add(entry);
      return { entries: group.entries, terms: group.terms.map((term) => term.shown) };
    }
    return null;
  };

  return {
    write: (entry: {
      readonly id: EntryId;
      readonly at: Instant;
      readonly text: string;
      readonly tags: readonly string[];
    }): ThemeAnswer => {
      engine.put(entry);
      times.set(entry.id, entry.at);
      latest = entry.at;
      const reminds = engine.reminders(entry.id).map((reminder) => reminder.entry);
      return { id: entry.id, reminds, prompt: prompt() };
    },
    say: (
      verdict: "same" | "different",
      [entry, earlier]: readonly [EntryId, EntryId],
    ): ThemeAnswer => {
      const at = times.get(entry);
      if (at === undefined || !times.has(earlier) || entry === earlier) {
        return { error: "both entries must have been given before, and differ" };
      }
      made += 1;
      const saying = {
        entry,
        earlier,
        at,
        judgement: `judgement-${made}` as JudgementId,
        newTheme: `theme-${made}` as ThemeId,
      };
      const linked = linkedTo([entry, earlier]);
      keep(verdict === "same" ? sayTheSame(saying, linked) : sayDifferent(saying, linked));
      return { ok: true, prompt: prompt() };
    },
  };
}

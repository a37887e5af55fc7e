import type { JournalRecord } from "#core/record/JournalRecord.ts";
import type { ThemeEngine } from "./ThemeEngine.ts";

/** Tells the engine of a theme or of what was said of a reminder, as it stands now; other records say nothing to it. */
export function tellThemes(
  engine: ThemeEngine,
  record: JournalRecord,
  now: "here" | "gone" = "here",
): void {
  const isHere = now === "here" && record.deletedAt === null;
  if (record.kind === "theme") {
    if (isHere) engine.putTheme(record);
    else engine.dropTheme(record.id);
  } else if (record.kind === "judgement") {
    if (isHere) engine.putJudgement(record);
    else engine.dropJudgement(record.id);
  }
}

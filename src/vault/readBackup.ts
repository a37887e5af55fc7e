import { instant } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { BackupContents, BackupFailure } from "#core/journal/Backup.ts";
import type { BackupFormat, BackupItem } from "./BackupFormat.ts";
import { readDraft } from "./draftBytes.ts";

/** Called with each record in turn; an answer that fails ends the reading with it. */
type Take<E> = (item: BackupItem) => Promise<Result<null, E>>;
type TakeDraft<E> = (id: string, bytes: Uint8Array) => Promise<Result<null, E>>;

/**
 * Reads a backup to its last byte and says what it holds. What `take` is given is not proved until
 * this returns a success: a file may break off at its very end.
 */
export async function readBackup<E = never>(
  format: BackupFormat,
  file: SourceFile,
  words: readonly string[],
  {
    take = async () => ok(null),
    takeDraft = async () => ok(null),
    heard,
  }: {
    readonly take?: Take<E>;
    readonly takeDraft?: TakeDraft<E>;
    readonly heard?: (bytes: number) => void;
  } = {},
): Promise<Result<BackupContents, BackupFailure | E>> {
  const ids = new Set<string>();
  const counted = { entries: 0, others: 0, drafts: 0, versions: 0 };
  let head: Pick<BackupContents, "madeAt" | "cover"> = { madeAt: instant(0), cover: null };
  let earliest: BackupContents["earliest"] = null;
  let latest: BackupContents["latest"] = null;
  for await (const read of format.read(file, words, heard)) {
    if (!read.ok) return read;
    const news = read.value;
    if (news.type === "head") head = { madeAt: news.madeAt, cover: news.cover };
    if (news.type === "item") {
      const { record, versions } = news.item;
      if (ids.has(record.id)) return err({ type: "NotAJournal" });
      ids.add(record.id);
      counted.versions += versions.length;
      counted[record.kind === "entry" ? "entries" : "others"] += 1;
      if (record.kind === "entry") {
        const { at } = record.happened;
        if (earliest === null || at < earliest) earliest = at;
        if (latest === null || at > latest) latest = at;
      }
      const taken = await take(news.item);
      if (!taken.ok) return taken;
    }
    if (news.type === "end") {
      for (const bytes of news.drafts) {
        const draft = readDraft(bytes);
        // Unfinished words that this version cannot read would be lost without a word.
        if (draft === null) return err({ type: "BackupNewer" });
        counted.drafts += 1;
        const taken = await takeDraft(draft.id, bytes);
        if (!taken.ok) return taken;
      }
    }
  }
  return ok({ ...head, ...counted, earliest, latest });
}

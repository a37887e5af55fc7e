import { base64 } from "@scure/base";
import { instant } from "#base/Clock.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { BackupFailure } from "#core/journal/Backup.ts";
import type { BackupRefusal } from "#crypto/backupFile.ts";
import { backupKeyOf } from "#crypto/backupKey.ts";
import type { JournalNews } from "#exchange/headroom/readJournal.ts";
import type { BackupFormat, BackupNews, BackupPages } from "#vault/BackupFormat.ts";

/** Rarely needed: fetched when a backup is made or read. */
const load = () =>
  Promise.all([
    import("#crypto/backupFile.ts"),
    import("#exchange/headroom/JournalWriter.ts"),
    import("#exchange/headroom/readJournal.ts"),
    import("#exchange/import/importLimits.ts"),
    import("#exchange/source/readSlices.ts"),
  ]);

/** A record with all its history may be this long in a backup: it was written here, and must come back. */
const longestLine = 256 * 1024 * 1024;

const failures = {
  notAge: "NotABackup",
  newer: "BackupNewer",
  otherKey: "OtherCode",
  damaged: "BackupDamaged",
  unreadable: "FileUnreadable",
} as const satisfies Record<BackupRefusal, BackupFailure["type"]>;

/** The vault's `BackupFormat`: the journal as exchange writes it, in an age file as crypto seals it. */
export const createBackupFormat = (): BackupFormat => ({
  write: async function* (recipient, pages) {
    const [{ sealBackup }, { JournalWriter }] = await load();
    const writer = new JournalWriter();
    const sealed = (await sealBackup(recipient, plainBytes(writer, pages))).getReader();
    try {
      for (;;) {
        const { done, value } = await sealed.read();
        if (done) return;
        yield new Uint8Array(value);
      }
    } finally {
      await sealed.cancel().catch(() => undefined);
    }
  },
  read: async function* (file, words, heard = () => undefined) {
    const [{ openBackup }, , { readJournal }, { importLimits }, { readSlices }] = await load();
    const key = await backupKeyOf(words);
    if (!key.ok) return yield key;
    const told = async function* () {
      let bytes = 0;
      for await (const slice of readSlices(file)) {
        yield slice;
        bytes += slice.length;
        heard(bytes);
      }
    };
    const opening = openBackup(key.value.identity, told());
    const seen: { refusal: BackupRefusal | null } = { refusal: null };
    // Without a `return` of its own, so that what stands after the journal's end is read and proved, too.
    const plain: AsyncIterator<Uint8Array> = {
      next: async () => {
        const { done, value } = await opening.next();
        if (done) return { done: true, value: undefined };
        if (value.ok) return { done: false, value: value.value };
        seen.refusal = value.error;
        throw new Error(value.error);
      },
    };
    const limits = { ...importLimits, headroomLine: longestLine };
    try {
      let end: BackupNews | null = null;
      for await (const news of readJournal(
        file.name,
        { [Symbol.asyncIterator]: () => plain },
        limits,
      )) {
        if (seen.refusal !== null) break;
        const read = backupNews(news);
        if (!read.ok) return yield read;
        if (read.value.type === "end") end = read.value;
        else yield read;
      }
      while (seen.refusal === null && !(await plain.next()).done);
      if (end !== null && seen.refusal === null) return yield ok(end);
    } catch (fault) {
      if (seen.refusal === null) throw fault;
    } finally {
      await opening.return(undefined);
    }
    yield err({ type: failures[seen.refusal ?? "damaged"] });
  },
});

/** The journal's bytes as they are asked for. */
function plainBytes(
  writer: {
    readonly begin: (
      at: BackupPages["madeAt"],
      cover: BackupPages["cover"],
    ) => Uint8Array<ArrayBuffer>;
    readonly add: (
      items: NonNullable<Awaited<ReturnType<BackupPages["next"]>>>,
    ) => Uint8Array<ArrayBuffer>;
    readonly end: (drafts: readonly Uint8Array[]) => { readonly bytes: Uint8Array<ArrayBuffer> };
  },
  pages: BackupPages,
): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(writer.begin(pages.madeAt, pages.cover)),
      pull: async (controller) => {
        const items = await pages.next();
        if (items !== null) return controller.enqueue(writer.add(items));
        controller.enqueue(writer.end(await pages.drafts()).bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

function backupNews(news: JournalNews): Result<BackupNews, BackupFailure> {
  switch (news.type) {
    case "head":
      return ok({
        type: "head",
        madeAt: instant(Date.parse(news.head.exportedAt) || 0),
        cover: news.head.cover,
      });
    case "item": {
      const { record, history, document } = news.item;
      return ok({
        type: "item",
        item: { record, versions: history, document: decoded(document) },
      });
    }
    case "foot": {
      const drafts = news.drafts.map((draft) => new TextEncoder().encode(JSON.stringify(draft)));
      return ok({ type: "end", drafts });
    }
    // Inside a sealed file nothing is damaged by chance: a record that cannot be read is one of a later version.
    case "skipped":
      return err({ type: "BackupNewer" });
    case "refused":
      return err({ type: refusalType(news.refusal) });
  }
}

function refusalType(
  refusal: Extract<JournalNews, { type: "refused" }>["refusal"],
): Exclude<BackupFailure["type"], "NotARecoveryCode"> {
  if (refusal.type === "Newer") return "BackupNewer";
  const isElsewhere = refusal.type === "Damaged" && refusal.line > 1;
  return isElsewhere ? "BackupDamaged" : "NotAJournal";
}

function decoded(document: string | undefined): Uint8Array | null {
  try {
    return document === undefined ? null : base64.decode(document);
  } catch {
    return null;
  }
}

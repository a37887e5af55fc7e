import { base64 } from "@scure/base";
import type { Instant } from "#base/Clock.ts";
import type { ExportItem, ExportSummary } from "#core/exchange/Exporting.ts";
import type { Cover } from "#core/journal/Cover.ts";
import { journalFormat, journalVersion } from "./journalFormat.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A record as a backup holds it: also with its document, so that what is restored merges as before. */
export interface WrittenItem extends ExportItem {
  readonly document?: Uint8Array | null;
}

/** Writes a Headroom file piece by piece: one JSON document with one record a line. */
export class JournalWriter {
  #entries = 0;
  #others = 0;
  #inBin = 0;

  begin(at: Instant, cover: Cover | null = null): Uint8Array<ArrayBuffer> {
    const head = {
      format: journalFormat,
      version: journalVersion,
      exportedAt: new Date(at).toISOString(),
      ...(cover && { cover }),
    };
    return encoder.encode(`${JSON.stringify(head).slice(0, -1)},"records":[`);
  }

  add(items: readonly WrittenItem[]): Uint8Array<ArrayBuffer> {
    const lines = items.map(({ record, versions, document }) => {
      const comma = this.#entries + this.#others > 0 ? "," : "";
      if (record.kind === "entry") this.#entries += 1;
      else this.#others += 1;
      if (record.deletedAt !== null && record.kind === "entry") this.#inBin += 1;
      const state = document && { document: base64.encode(document) };
      return `${comma}\n${JSON.stringify({ record, history: versions, ...state })}`;
    });
    return encoder.encode(lines.join(""));
  }

  /** `drafts` are each the UTF-8 JSON of a draft; an export has none. */
  end(drafts: readonly Uint8Array[] = []): {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly summary: ExportSummary;
  } {
    const count = this.#entries + this.#others;
    const unfinished =
      drafts.length > 0 ? `,"drafts":[${drafts.map((draft) => decoder.decode(draft))}]` : "";
    return {
      bytes: encoder.encode(`\n],"count":${count}${unfinished}}\n`),
      summary: { entries: this.#entries, others: this.#others, inBin: this.#inBin },
    };
  }
}

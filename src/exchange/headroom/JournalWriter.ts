import type { Instant } from "#base/Clock.ts";
import type { ExportItem, ExportSummary } from "#core/exchange/Exporting.ts";
import { journalFormat, journalVersion } from "./journalFormat.ts";

const encoder = new TextEncoder();

/** Writes a Headroom file piece by piece: one JSON document with one record a line. */
export class JournalWriter {
  #entries = 0;
  #others = 0;
  #inBin = 0;

  begin(at: Instant): Uint8Array<ArrayBuffer> {
    const head = {
      format: journalFormat,
      version: journalVersion,
      exportedAt: new Date(at).toISOString(),
    };
    return encoder.encode(`${JSON.stringify(head).slice(0, -1)},"records":[`);
  }

  add(items: readonly ExportItem[]): Uint8Array<ArrayBuffer> {
    const lines = items.map(({ record, versions }) => {
      const comma = this.#entries + this.#others > 0 ? "," : "";
      if (record.kind === "entry") this.#entries += 1;
      else this.#others += 1;
      if (record.deletedAt !== null && record.kind === "entry") this.#inBin += 1;
      return `${comma}\n${JSON.stringify({ record, history: versions })}`;
    });
    return encoder.encode(lines.join(""));
  }

  end(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly summary: ExportSummary } {
    const count = this.#entries + this.#others;
    return {
      bytes: encoder.encode(`\n],"count":${count}}\n`),
      summary: { entries: this.#entries, others: this.#others, inBin: this.#inBin },
    };
  }
}

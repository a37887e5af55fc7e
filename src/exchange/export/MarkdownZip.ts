import { Zip, ZipDeflate } from "fflate";
import type { ExportItem, ExportSummary, MarkdownWording } from "#core/exchange/Exporting.ts";
import { proposalMarkdown } from "#core/proposal/proposalMarkdown.ts";
import { joinBytes } from "#exchange/source/joinBytes.ts";
import { entryMarkdown } from "./entryMarkdown.ts";
import { FileNames } from "./fileNames.ts";

const encoder = new TextEncoder();

/** Years that a zip can date a file with. */
const zipYears = { first: 1980, last: 2099 } as const;

/** Writes entries and proposals into a zip of Markdown piece by piece; what is in the bin stays there. */
export class MarkdownZip {
  readonly #wording: MarkdownWording;
  readonly #names = new FileNames();
  readonly #zip: Zip;
  #ready: Uint8Array[] = [];
  #entries = 0;
  #proposals = 0;
  #inBin = 0;

  constructor(wording: MarkdownWording) {
    this.#wording = wording;
    this.#zip = new Zip((fault, bytes) => {
      if (fault) throw fault;
      this.#ready.push(bytes);
    });
  }

  add(items: readonly ExportItem[]): Uint8Array<ArrayBuffer> {
    for (const { record } of items) {
      if (record.kind !== "entry" && record.kind !== "proposal") continue;
      if (record.deletedAt !== null) {
        if (record.kind === "entry") this.#inBin += 1;
        continue;
      }
      if (record.kind === "entry") {
        this.#entries += 1;
        const name = this.#names.entry(record.happened);
        this.#file(name, entryMarkdown(record, this.#wording), record.editedAt);
      } else {
        this.#proposals += 1;
        const text = proposalMarkdown(record, { sources: false, words: this.#wording.proposal });
        this.#file(
          this.#names.proposal(record.title),
          `---\nkind: proposal\n---\n\n${text}`,
          record.editedAt,
        );
      }
    }
    return this.#taken();
  }

  end(): { readonly bytes: Uint8Array<ArrayBuffer>; readonly summary: ExportSummary } {
    this.#zip.end();
    return {
      bytes: this.#taken(),
      summary: { entries: this.#entries, others: this.#proposals, inBin: this.#inBin },
    };
  }

  #file(name: string, text: string, changedAt: number): void {
    const file = new ZipDeflate(name, { level: 6 });
    const year = new Date(changedAt).getFullYear();
    if (year >= zipYears.first && year <= zipYears.last) file.mtime = changedAt;
    else file.mtime = new Date(zipYears.first, 0, 2);
    this.#zip.add(file);
    file.push(encoder.encode(text), true);
  }

  #taken(): Uint8Array<ArrayBuffer> {
    const bytes = joinBytes(this.#ready);
    this.#ready = [];
    return bytes;
  }
}

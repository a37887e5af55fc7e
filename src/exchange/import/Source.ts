import type { SourceFile } from "#core/exchange/SourceFile.ts";
import type { Rows } from "#exchange/formats/parseTable.ts";

/** A file that was unpacked, decoded and recognised, ready to be read as often as choices change. */
export type Source =
  | { readonly type: "journal"; readonly file: SourceFile }
  | { readonly type: "journal-value"; readonly name: string; readonly value: unknown }
  | { readonly type: "json"; readonly name: string; readonly value: unknown }
  | { readonly type: "json-lines" | "markdown"; readonly name: string; readonly text: string }
  | { readonly type: "table"; readonly name: string; readonly rows: Rows };

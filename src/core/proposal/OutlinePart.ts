import type { PartKey } from "./proposalParts.ts";

/** One answer under a part: `label` is ours, `text` and `items` are the person's. */
export type OutlineBlock =
  | { readonly type: "words"; readonly label: string | null; readonly text: string }
  | { readonly type: "choice"; readonly label: string; readonly text: string }
  | {
      readonly type: "people";
      readonly label: string;
      readonly items: readonly {
        readonly who: string;
        readonly role: string;
        readonly brings: string;
      }[];
    }
  | { readonly type: "note"; readonly text: string }
  | {
      readonly type: "numbers";
      readonly name: string;
      /** Empty where none was given. */
      readonly unit: string;
      readonly heads: readonly [day: string, value: string];
      readonly rows: readonly (readonly [day: string, value: string])[];
    }
  | {
      readonly type: "changes";
      readonly label: string;
      readonly items: readonly { readonly when: string; readonly what: string }[];
    }
  | {
      readonly type: "sources";
      /** `when` is null where nobody said when it happened. */
      readonly items: readonly { readonly text: string; readonly when: string | null }[];
    };

export interface OutlinePart {
  readonly key: PartKey | "measured" | "sources";
  readonly heading: string;
  readonly blocks: readonly OutlineBlock[];
}

/** What a line or shape of the drawing stands for; each has a look of its own in `chartLooks`. */
export type ShapeRole =
  | "grid"
  | "band"
  | "near"
  | "limit"
  | "trial"
  | "centre"
  | "target"
  | "line"
  | "change"
  | "badge"
  | "usual"
  | "better"
  | "worse"
  | "higher"
  | "lower";

/** What words in the drawing are about. */
export type WordRole = "tick" | "name" | "signal" | "number";

/** One mark of the drawing, later ones over earlier ones. Coordinates are CSS pixels from the top left. */
export type ChartMark =
  | { readonly type: "shape"; readonly role: ShapeRole; readonly path: string }
  | {
      readonly type: "words";
      readonly role: WordRole;
      readonly x: number;
      /** Of the line that the letters stand on. */
      readonly y: number;
      readonly anchor: "start" | "middle" | "end";
      readonly text: string;
    };

/** A drawing without a medium: React, a file and a canvas draw the same marks. */
export interface ChartScene {
  readonly width: number;
  readonly height: number;
  /** Height of the letters. */
  readonly em: number;
  readonly marks: readonly ChartMark[];
  /** Where each point stands, in the order of the reading. */
  readonly spots: readonly { readonly x: number; readonly y: number }[];
}

import type { ShapeRole, WordRole } from "./ChartScene.ts";

/** How a shape is drawn on paper: SVG presentation attributes, also read by the canvas. */
export interface ShapeLook {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
}

/**
 * The colours of a chart in a file, which is always light. The screen takes them from Chart.css,
 * which has the same ones and their dark counterparts; a test compares the two. Blue, orange and
 * purple are those of Making Data Count, darkened until they stand out 3 to 1 from white.
 */
export const chartPaper = {
  ground: "#ffffff",
  ink: "#1c2b30",
  quiet: "#4c5c61",
  grid: "#e3dcd0",
  band: "#eef5f4",
  limit: "#4c5c61",
  centre: "#0f5257",
  target: "#a3261f",
  usual: "#6b7a7f",
  better: "#0070a8",
  worse: "#b85600",
  neutral: "#490092",
} as const;

/** Shapes in a file. */
export const shapeLooks: Readonly<Record<ShapeRole, ShapeLook>> = {
  grid: { stroke: chartPaper.grid, width: 1 },
  band: { fill: chartPaper.band },
  near: { stroke: chartPaper.limit, width: 1, dash: [1, 4] },
  limit: { stroke: chartPaper.limit, width: 1.5, dash: [7, 5] },
  trial: { stroke: chartPaper.limit, width: 1.5, dash: [2, 5] },
  centre: { stroke: chartPaper.centre, width: 2 },
  target: { stroke: chartPaper.target, width: 2, dash: [10, 4, 2, 4] },
  line: { stroke: chartPaper.usual, width: 1.75 },
  change: { stroke: chartPaper.ink, width: 1.25, dash: [3, 3] },
  badge: { fill: chartPaper.ink },
  usual: { fill: chartPaper.usual, stroke: chartPaper.ground, width: 1 },
  better: { fill: chartPaper.better, stroke: chartPaper.ground, width: 1 },
  worse: { fill: chartPaper.worse, stroke: chartPaper.ground, width: 1 },
  higher: { fill: chartPaper.neutral, stroke: chartPaper.ground, width: 1 },
  lower: { fill: chartPaper.neutral, stroke: chartPaper.ground, width: 1 },
};

/** Words in a file. */
export const wordLooks: Readonly<
  Record<WordRole, { readonly fill: string; readonly weight: number }>
> = {
  tick: { fill: chartPaper.quiet, weight: 400 },
  name: { fill: chartPaper.ink, weight: 600 },
  signal: { fill: chartPaper.ink, weight: 700 },
  number: { fill: chartPaper.ground, weight: 700 },
};

/** Letters by name, as they are in a file; whoever opens it may have them or the next. */
export const chartLetters =
  "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible', Arial, sans-serif";

import type { PointType } from "#core/chart/ChartReading.ts";
import * as m from "#messages";
import type { ChartMark, ChartScene } from "./ChartScene.ts";
import { marker, meaningRole } from "./chartShapes.ts";
import { dayText } from "./dayText.ts";
import { drawChart } from "./drawChart.ts";
import { drawnWords } from "./drawnWords.ts";
import { caveatText, findingTexts, kindText, leadText } from "./findingText.ts";
import { meaningText } from "./pointWords.ts";
import type { ShownChart } from "./ShownChart.ts";

/** Lines of words on a sheet: bold ones are headings. */
export interface SheetLine {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly text: string;
}

/** A chart as one page for a file: title, sentence, drawing, key, changes and caveats. */
export interface ChartSheet {
  readonly width: number;
  readonly height: number;
  readonly scene: ChartScene;
  /** Where the drawing's top left corner stands. */
  readonly sceneAt: { readonly x: number; readonly y: number };
  readonly lines: readonly SheetLine[];
  /** Marks of the key, in the sheet's own coordinates. */
  readonly key: readonly ChartMark[];
  readonly title: string;
  readonly description: string;
}

const sheetWidth = 1000;
const edge = 40;
const em = 17;

/** Breaks words into lines of at most so many letters; a longer word is cut. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u).filter((each) => each !== "")) {
    for (let rest = word; rest !== ""; rest = rest.slice(most)) {
      const piece = rest.slice(0, most);
      if (line !== "" && line.length + 1 + piece.length > most) {
        lines.push(line);
        line = piece;
      } else line = line === "" ? piece : `${line} ${piece}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Each meaning that occurs, in the order of the key. */
export const meaningsIn = ({ reading }: ShownChart): readonly PointType[] => {
  const here = new Set(reading.points.map((point) => point.meaning));
  const order: readonly PointType[] = [
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
  ];
  return order.filter((meaning) => here.has(meaning));
};

/** Sets a chart out on a sheet 1,000 pixels wide and as high as it needs. */
export function chartSheet(chart: ShownChart, showNear: boolean): ChartSheet {
  const { reading, changes, name, unit } = chart;
  const lines: SheetLine[] = [];
  const key: ChartMark[] = [];
  let y = edge;
  const write = (text: string, size: number, isBold = false) => {
    for (const line of wrapped(text, Math.floor((sheetWidth - edge * 2) / (size * 0.53)))) {
      y += size * 1.35;
      lines.push({ x: edge, y, size, isBold, text: line });
    }
  };
  const title = unit === "" ? name : m.charts_name_unit({ name, unit });
  write(title, 26, true);
  write(leadText(reading), 20, true);
  write(kindText(reading), em);
  y += em * 0.8;
  const scene = drawChart(reading, {
    width: sheetWidth - edge * 2,
    em,
    changes: changes.map(({ on }) => on),
    showNear,
    words: drawnWords(reading),
  });
  const sceneAt = { x: edge, y };
  y += scene.height + em;
  let x = edge;
  y += em;
  for (const meaning of meaningsIn(chart)) {
    const text = meaningText(meaning);
    key.push({
      type: "shape",
      role: meaningRole[meaning],
      path: marker(meaning, x + 8, y - em * 0.3, 6),
    });
    key.push({ type: "words", role: "tick", x: x + 24, y, anchor: "start", text });
    x += 24 + text.length * em * 0.56 + em * 1.5;
  }
  y += em * 0.4;
  changes.forEach((change, index) => {
    write(
      `${index + 1}. ${dayText.whole(change.on)}${change.what.trim() === "" ? "" : `: ${change.what}`}`,
      em,
    );
  });
  y += em * 0.4;
  const sentences = findingTexts(reading, unit);
  for (const sentence of sentences) write(sentence, em);
  for (const caveat of reading.caveats) write(caveatText(caveat), em);
  return {
    width: sheetWidth,
    height: Math.ceil(y + edge),
    scene,
    sceneAt,
    lines,
    key,
    title,
    description: [leadText(reading), ...sentences].join(". ").replace(/\.\./g, "."),
  };
}

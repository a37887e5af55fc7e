import type { ChartMark } from "./ChartScene.ts";
import { chartLetters, chartPaper, shapeLooks, wordLooks } from "./chartLooks.ts";
import type { ChartSheet } from "./chartSheet.ts";

const anchors = { start: "left", middle: "center", end: "right" } as const;

function paint(canvas: CanvasRenderingContext2D, mark: ChartMark, em: number): void {
  if (mark.type === "words") {
    const { fill, weight } = wordLooks[mark.role];
    canvas.font = `${weight} ${em}px ${chartLetters}`;
    canvas.textAlign = anchors[mark.anchor];
    canvas.fillStyle = fill;
    canvas.fillText(mark.text, mark.x, mark.y);
    return;
  }
  const { fill, stroke, width = 1, dash = [] } = shapeLooks[mark.role];
  const path = new Path2D(mark.path);
  if (fill !== undefined) {
    canvas.fillStyle = fill;
    canvas.fill(path);
  }
  if (stroke !== undefined) {
    canvas.strokeStyle = stroke;
    canvas.lineWidth = width;
    canvas.setLineDash([...dash]);
    canvas.stroke(path);
  }
}

/** A sheet as a PNG picture, painted mark by mark in the page's own letters; null where the device cannot make one. */
export async function chartPng(sheet: ChartSheet, scale = 2): Promise<Blob | null> {
  const element = document.createElement("canvas");
  element.width = sheet.width * scale;
  element.height = sheet.height * scale;
  const canvas = element.getContext("2d");
  if (canvas === null) return null;
  await document.fonts.ready;
  canvas.scale(scale, scale);
  canvas.fillStyle = chartPaper.ground;
  canvas.fillRect(0, 0, sheet.width, sheet.height);
  for (const { x, y, size, isBold, text } of sheet.lines) {
    canvas.font = `${isBold ? 700 : 400} ${size}px ${chartLetters}`;
    canvas.textAlign = "left";
    canvas.fillStyle = chartPaper.ink;
    canvas.fillText(text, x, y);
  }
  canvas.save();
  canvas.translate(sheet.sceneAt.x, sheet.sceneAt.y);
  for (const mark of sheet.scene.marks) paint(canvas, mark, sheet.scene.em);
  canvas.restore();
  for (const mark of sheet.key) paint(canvas, mark, sheet.scene.em);
  return new Promise((resolve) => element.toBlob(resolve, "image/png"));
}

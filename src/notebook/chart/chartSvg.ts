import type { ChartMark } from "./ChartScene.ts";
import { chartLetters, chartPaper, shapeLooks, wordLooks } from "./chartLooks.ts";
import type { ChartSheet } from "./chartSheet.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Words as XML: markup escaped, and what XML 1.0 cannot hold at all (controls, half characters) left out. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

function markSvg(mark: ChartMark, em: number): string {
  if (mark.type === "words") {
    const { fill, weight } = wordLooks[mark.role];
    return `<text x="${mark.x.toFixed(1)}" y="${mark.y.toFixed(1)}" text-anchor="${mark.anchor}" font-size="${em}" font-weight="${weight}" fill="${fill}">${xmlText(mark.text)}</text>`;
  }
  const { fill = "none", stroke, width, dash } = shapeLooks[mark.role];
  const line =
    stroke === undefined
      ? ""
      : ` stroke="${stroke}" stroke-width="${width}"${dash ? ` stroke-dasharray="${dash.join(" ")}"` : ""}`;
  return `<path d="${mark.path}" fill="${fill}"${line}/>`;
}

/**
 * A sheet as an SVG file of its own: every look is an attribute, letters are named and not embedded,
 * nothing is fetched, no script and no style element.
 */
export function chartSvg(sheet: ChartSheet): string {
  const { scene, sceneAt, width, height } = sheet;
  const words = sheet.lines.map(
    ({ x, y, size, isBold, text }) =>
      `<text x="${x}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${chartPaper.ink}">${xmlText(text)}</text>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="${xmlText(chartLetters)}">`,
    `<title id="title">${xmlText(sheet.title)}</title>`,
    `<desc id="description">${xmlText(sheet.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${chartPaper.ground}"/>`,
    ...words,
    `<g transform="translate(${sceneAt.x} ${sceneAt.y.toFixed(1)})">`,
    ...scene.marks.map((mark) => markSvg(mark, scene.em)),
    "</g>",
    ...sheet.key.map((mark) => markSvg(mark, scene.em)),
    "</svg>",
    "",
  ].join("\n");
}

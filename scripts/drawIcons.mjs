// Draws the icons of the installed app from public/icons/icon.svg, whose seedling is lucide's "sprout"
// (ISC licence). Run again only when the picture changes: node scripts/drawIcons.mjs
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { chromiumArguments, findChromium } from "./findChromium.mjs";

const picture = readFileSync("public/icons/icon.svg", "utf8");
const square = picture.replace('rx="112" ', "");
// A maskable icon keeps its picture within the middle four fifths.
const maskable = square.replace("translate(76 70) scale(15)", "translate(112 108) scale(12)");

const icons = [
  { file: "icon-192.png", size: 192, svg: picture },
  { file: "icon-512.png", size: 512, svg: picture },
  { file: "maskable-512.png", size: 512, svg: maskable },
  { file: "apple-touch-180.png", size: 180, svg: square },
];

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: chromiumArguments,
});
const page = await browser.newPage();
for (const { file, size, svg } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: `public/icons/${file}`, omitBackground: true });
}
await browser.close();

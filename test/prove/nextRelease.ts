import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";

const texts = new Set([".js", ".css", ".html", ".webmanifest"]);

/**
 * A release of its own out of the build: the same code, every hashed file under another name, as if
 * each had changed. `root` is the folder it is put into.
 */
export function nextRelease(root: string, number: number): void {
  cpSync("dist", root, { recursive: true });
  const assets = readdirSync(join(root, "assets"));
  const renamed = new Map(
    assets.map((name) => {
      const end = extname(name);
      return [name, `${name.slice(0, -end.length)}r${number}${end}`];
    }),
  );
  for (const [before, after] of renamed)
    renameSync(join(root, "assets", before), join(root, "assets", after));
  const files = [
    ...readdirSync(root).map((name) => join(root, name)),
    ...[...renamed.values()].map((name) => join(root, "assets", name)),
  ];
  for (const file of files.filter((name) => texts.has(extname(name)))) {
    const text = readFileSync(file, "utf8")
      .replace(/[\w.@-]+\.\w+/g, (name) => renamed.get(name) ?? name)
      .replace(/"revision":"(\w+)"/g, `"revision":"$1${number}"`);
    writeFileSync(file, text);
  }
}

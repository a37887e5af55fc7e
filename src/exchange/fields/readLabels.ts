import type { ImportLimits } from "#exchange/import/importLimits.ts";
import { cleanLabel } from "#exchange/text/cleanWords.ts";

/**
 * Tags or roles out of a list or a text with commas or semicolons between: without "#", each once,
 * at most `limits.tags` of them.
 */
export function readLabels(value: unknown, limits: ImportLimits): readonly string[] {
  const raw = typeof value === "string" ? value.split(/[,;\n]/) : Array.isArray(value) ? value : [];
  const labels = new Set<string>();
  for (const each of raw) {
    if (labels.size === limits.tags) break;
    if (typeof each !== "string" && typeof each !== "number") continue;
    const label = cleanLabel(String(each).trim().replace(/^#+/, ""), limits.label);
    if (label !== "") labels.add(label);
  }
  return [...labels];
}

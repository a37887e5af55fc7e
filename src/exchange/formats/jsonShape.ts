import type { ImportLimits } from "#exchange/import/importLimits.ts";

/** Whether a text can be handed to the JSON parser without it using up the stack or the memory. */
export type JsonShape = "fine" | "too-deep" | "too-many";

/**
 * Counts brackets and commas outside strings before any parsing: some browsers' parsers use the stack
 * for nesting, and a few megabytes of "[],[],[]" would become gigabytes of objects.
 */
export function jsonShape(
  text: string,
  limits: Pick<ImportLimits, "nesting" | "values">,
): JsonShape {
  let depth = 0;
  let values = 1;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x2c) values += 1;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      values += 1;
      if (depth > limits.nesting) return "too-deep";
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
    if (values > limits.values) return "too-many";
  }
  return "fine";
}

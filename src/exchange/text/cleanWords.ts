/** Controls other than tab and line feed; nobody wrote them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b-\u001f\u007f\u0080-\u009f]/g;

/** Words with what cannot be stored or shown taken out, and whether anything had to be. */
export interface CleanWords {
  readonly text: string;
  readonly changed: boolean;
}

/**
 * Words as the journal holds them: line ends as line feeds, halves of surrogate pairs as U+FFFD, no
 * control characters, no white space around the whole. Nothing else changes; a formula stays the
 * plain text it is.
 */
export function cleanWords(raw: string): CleanWords {
  const lines = raw.replace(/\r\n?|[\u2028\u2029]/g, "\n");
  const text = lines.toWellFormed().replace(controls, "");
  return { text: text.trim(), changed: text !== lines };
}

/** The same on one line and no longer than `limit`, for tags and the like. */
export const cleanLabel = (raw: string, limit: number): string =>
  cleanWords(raw).text.replace(/\s+/gu, " ").slice(0, limit).toWellFormed().trim();

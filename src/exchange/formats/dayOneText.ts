/** Day One's text as Markdown without its pictures, and whether there were any. */
export interface DayOneText {
  readonly text: string;
  readonly hadPictures: boolean;
}

const picture = /!\[[^\]]*\]\(dayone-moment:[^)]*\)/g;

/** What may stand before a mark that, with a space after it, begins a list. */
const opensLine = /^[ \t]*\d*$/;

/**
 * Day One escapes punctuation that means nothing in Markdown ("10\.5 mg\."); the escapes are taken
 * out but where a line begins, as "1\." would become a list there.
 */
export function dayOneText(raw: string): DayOneText {
  const text = raw.replace(picture, "");
  return {
    text: text.replace(/\\([.!(){}~|=+-])(?!\s)|\\([.!(){}~|=+-])/g, (whole, inside, last, at) =>
      last !== undefined && opensLine.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at))
        ? whole
        : (inside ?? last),
    ),
    hadPictures: text !== raw,
  };
}

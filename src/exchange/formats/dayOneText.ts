/** Day One's text as Markdown without its pictures, and whether there were any. */
export interface DayOneText {
  readonly text: string;
  readonly hadPictures: boolean;
}

const picture = /!\[[^\]]*\]\(dayone-moment:[^)]*\)/g;

/**
 * Day One escapes punctuation that means nothing in Markdown ("10\.5 mg\."); the escapes are taken
 * out but where a line begins, as "1\." would become a list there.
 */
export function dayOneText(raw: string): DayOneText {
  const text = raw.replace(picture, "");
  return {
    text: text.replace(/(^[ \t]*(?:\d+\\[.)])?)?\\([.!(){}~|=+-])/gm, (whole, opening, mark) =>
      opening === undefined ? mark : whole,
    ),
    hadPictures: text !== raw,
  };
}

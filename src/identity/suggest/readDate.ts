/** A day as it was written: `day` 1 to 31, `month` 1 to 12, `year` in full or null where none was given. */
export interface WrittenDate {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(
    " ",
  );

/** Two digits up to 30 are of this century. */
function fullYear(written: string | undefined): number | null {
  if (written === undefined) return null;
  const year = Number(written);
  if (year > 99) return year;
  return year <= 30 ? 2000 + year : 1900 + year;
}

const inFigures = (digits: readonly string[]): WrittenDate | null => {
  const [one = "", two = "", three] = digits;
  const iso = one.length === 4;
  const [a, b] = iso ? [Number(three), Number(two)] : [Number(one), Number(two)];
  const [day, month] = b > 12 && a <= 12 ? [b, a] : [a, b];
  return { day, month, year: fullYear(iso ? one : three) };
};

/** Reads a date that `findDates` found; null when its form is not understood. */
export function readDate(written: string): WrittenDate | null {
  const words = written.toLowerCase().match(/[a-z]+(?:-[a-z]+)?/g) ?? [];
  const digits = written.match(/\d+/g) ?? [];
  const named = words.map((word) => months.indexOf(word.slice(0, 3))).find((at) => at >= 0);
  if (named === undefined) {
    const packed = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(digits[0] ?? "");
    const read = inFigures(packed ? packed.slice(1) : digits);
    return read !== null && read.day >= 1 && read.month >= 1 && read.month <= 12 ? read : null;
  }
  const spoken = words.map((word) => ordinals.indexOf(word)).find((at) => at >= 0);
  const day = spoken === undefined ? Number(digits[0]) : spoken + 1;
  if (!(day >= 1)) return null;
  return { day, month: named + 1, year: fullYear(digits[spoken === undefined ? 1 : 0]) };
}

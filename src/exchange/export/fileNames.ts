import type { Happened } from "#core/entry/Entry.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** Local date and time as they stand in names and front matter. */
function localParts(at: number) {
  const date = new Date(at);
  return {
    year: String(date.getFullYear()).padStart(4, "0"),
    day: `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
    offset: offsetText(-date.getTimezoneOffset()),
  };
}

const offsetText = (minutes: number): string => {
  const size = Math.abs(Math.round(minutes));
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
};

/** When an entry happened as ISO 8601 with the local offset, to the day or minute it is known to; null where it is not. */
export function isoHappened({ at, precision }: Happened): string | null {
  const { day, time, offset } = localParts(at);
  if (precision === "unknown") return null;
  return precision === "day" ? day : `${day}T${time}:${two(new Date(at).getSeconds())}${offset}`;
}

/** Characters that no file system refuses, and never a name that Windows keeps for itself. */
const slug = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60)
    .toWellFormed()
    .replace(/-+$/, "");

/** Gives every file of an archive a readable name of its own. */
export class FileNames {
  readonly #taken = new Map<string, number>();

  /** By day and minute, never by the person's words: "entries/2026/2026-03-12 0930.md". */
  entry({ at, precision }: Happened): string {
    if (precision === "unknown") return this.#unique("entries/undated/entry");
    const { year, day, time } = localParts(at);
    return this.#unique(
      `entries/${year}/${precision === "day" ? day : `${day} ${time.replace(":", "")}`}`,
    );
  }

  /** By title, which a person gives to be recognised by. */
  proposal(title: string): string {
    return this.#unique(`proposals/proposal-${slug(title) || "untitled"}`);
  }

  #unique(path: string): string {
    const count = (this.#taken.get(path) ?? 0) + 1;
    this.#taken.set(path, count);
    return count === 1 ? `${path}.md` : `${path} (${count}).md`;
  }
}

import type { Place } from "#core/exchange/Importing.ts";
import { readDate } from "#exchange/fields/readDate.ts";
import type { RawEntry } from "#exchange/import/FoundEntry.ts";
import { dayOneText } from "./dayOneText.ts";
import { type JsonObject, ownValue } from "./parseJson.ts";

const textKeys = ["text", "body", "content", "note"];
const dateKeys = [
  "at",
  "date",
  "createdAt",
  "creationDate",
  "created_at",
  "created",
  "timestamp",
  "time",
  "when",
];

/** Whether an object looks like an entry of Day One. */
export const isDayOneEntry = (object: JsonObject): boolean =>
  Object.hasOwn(object, "creationDate") && Object.hasOwn(object, "uuid");

/** An entry read from JSON; `hadPictures` when Day One's pictures stay behind. */
export interface JsonEntry {
  readonly raw: RawEntry;
  readonly hadPictures: boolean;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Day One says of an entry that it belongs to the whole day. */
function dateOf(object: JsonObject, isDayOne: boolean): RawEntry["date"] {
  const date = readDate(ownValue(object, dateKeys), "day-first");
  return isDayOne && date.type === "date" && ownValue(object, ["isAllDay"]) === true
    ? { type: "date", happened: { ...date.happened, precision: "day" } }
    : date;
}

function settingOf(object: JsonObject): unknown {
  const location = ownValue(object, ["location"]);
  return ownValue(object, ["setting", "place"]) ?? (typeof location === "string" ? location : "");
}

/** An object of JSON Lines, Day One or a list of entries as a raw entry; null where it holds no words. */
export function jsonEntry(object: JsonObject, place: Place): JsonEntry | null {
  const written = ownValue(object, textKeys);
  if (typeof written !== "string") return null;
  const isDayOne = isDayOneEntry(object);
  const { text, hadPictures } = isDayOne
    ? dayOneText(written)
    : { text: written, hadPictures: false };
  const title = textOf(ownValue(object, ["title"])).trim();
  return {
    hadPictures,
    raw: {
      place,
      text: title === "" || text.trimStart().startsWith(title) ? text : `${title}\n\n${text}`,
      date: dateOf(object, isDayOne),
      feeling: ownValue(object, ["feeling"]),
      tags: ownValue(object, ["tags"]),
      setting: settingOf(object),
      roles: ownValue(object, ["roles"]),
      forAppraisal: ownValue(object, ["forAppraisal"]) === true,
    },
  };
}

import type {
  NoteReason,
  Place,
  Refusal,
  SkipReason,
  SourceKind,
} from "#core/exchange/Importing.ts";
import type { ReadFailure } from "#core/journal/Vault.ts";
import * as m from "#messages";

const megabytes = (bytes: number): string => String(Math.round(bytes / (1024 * 1024)));

const number = (count: number): string => new Intl.NumberFormat(m.exchange_locale()).format(count);

/** Why a file cannot be taken, in words. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.type) {
    case "Empty":
      return m.exchange_refused_empty();
    case "TooLarge":
      return m.exchange_refused_large({ limit: megabytes(refusal.limit) });
    case "TooDeep":
      return m.exchange_refused_deep();
    case "TooManyEntries":
      return m.exchange_refused_many({ limit: number(refusal.limit) });
    case "TooManyParts":
      return m.exchange_refused_parts();
    case "TooManyLayers":
      return m.exchange_refused_layers();
    case "Damaged":
      return damagedText(refusal.what, refusal.line);
    case "NotText":
      return m.exchange_refused_not_text();
    case "Locked":
      return m.exchange_refused_locked();
    case "Newer":
      return m.exchange_refused_newer();
    case "NotStarted":
      return m.exchange_refused_not_started();
    case "Unreadable":
      return m.exchange_refused_unreadable();
    case "NothingFound":
      return m.exchange_refused_nothing();
  }
}

function damagedText(what: string, line: number): string {
  if (what === "csv") return m.exchange_refused_csv({ line: number(line) });
  if (what === "json") return m.exchange_refused_json();
  if (what === "headroom") return m.exchange_refused_headroom();
  return m.exchange_refused_archive();
}

/** What was left out and why, with how often. */
export const skipText = (reason: SkipReason, count: number): string =>
  ({
    "no-words": m.exchange_skip_no_words,
    "too-long": m.exchange_skip_too_long,
    "not-an-entry": m.exchange_skip_not_an_entry,
    "not-json": m.exchange_skip_not_json,
    "too-deep": m.exchange_skip_too_deep,
    repeated: m.exchange_skip_repeated,
    "same-id": m.exchange_skip_same_id,
    "unknown-record": m.exchange_skip_unknown,
    proposal: m.exchange_skip_proposal,
    "other-file": m.exchange_skip_other_file,
    "unsafe-name": m.exchange_skip_unsafe_name,
  })[reason]({ count });

/** What was changed or could not be told, with how often. */
export const noteText = (reason: NoteReason, count: number): string =>
  ({
    "no-date": m.exchange_note_no_date,
    "date-not-understood": m.exchange_note_date_not_understood,
    "date-out-of-range": m.exchange_note_date_out_of_range,
    "feeling-not-understood": m.exchange_note_feeling,
    "characters-removed": m.exchange_note_characters,
    "read-as-windows-1252": m.exchange_note_windows,
    "pictures-left": m.exchange_note_pictures,
  })[reason]({ count });

/** Where in the chosen files something stands. */
export function placeText({ file, unit, position }: Place): string {
  switch (unit) {
    case "file":
      return file;
    case "line":
      return m.exchange_place_line({ file, position: number(position) });
    case "row":
      return m.exchange_place_row({ file, position: number(position) });
    case "item":
      return m.exchange_place_item({ file, position: number(position) });
  }
}

/** What a file turned out to be. */
export const kindText = (kind: SourceKind): string =>
  ({
    headroom: m.exchange_kind_headroom,
    "day-one": m.exchange_kind_day_one,
    json: m.exchange_kind_json,
    "json-lines": m.exchange_kind_json_lines,
    csv: m.exchange_kind_csv,
    markdown: m.exchange_kind_markdown,
  })[kind]();

/** Why the device would not store something; what is safe stands before it. */
export function storageText(failure: ReadFailure): string {
  switch (failure.type) {
    case "StorageFull":
      return m.exchange_failed_full();
    case "NewerVersion":
      return m.exchange_failed_newer();
    case "StorageRefused":
      return m.exchange_failed_refused({ name: failure.name });
    case "NotFound":
    case "Unreadable":
      return m.exchange_failed_unreadable();
  }
}

import type {
  NameTaken,
  StorageFailure,
  TooLittleMemory,
  UnlockFailure,
} from "#core/journal/Door.ts";
import * as m from "#messages";

const slotsUnreadable = {
  newer: m.common_failure_slots_newer,
  weak: m.common_failure_slots_weak,
  damaged: m.common_failure_slots_damaged,
} as const;

/** A length of time as a person says it: seconds up to two minutes, then whole minutes, rounded up. */
export function waitText(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 120
    ? m.common_seconds({ count: seconds })
    : m.common_minutes({ count: Math.ceil(seconds / 60) });
}

/** What the device or its storage refused, in words that say what is safe first. */
export function storageFailureText(failure: StorageFailure | TooLittleMemory | NameTaken): string {
  if (failure.type === "NameTaken") return m.common_hidden_name_taken();
  if (failure.type === "TooLittleMemory")
    return m.common_failure_too_little_memory({ count: failure.mebibytes });
  if (failure.type === "StorageFull") return m.common_failure_storage_full();
  if (failure.type === "NewerVersion") return m.common_failure_newer_version();
  return m.common_failure_storage_refused({ name: failure.name });
}

/**
 * Why something did not open, in words that say what is safe first. `words` are the recovery words
 * that were tried, to name unknown ones; `now` is for how long a pause still lasts.
 */
export function unlockFailureText(
  failure: UnlockFailure,
  { words = [], now }: { readonly words?: readonly string[]; readonly now: number },
): string {
  switch (failure.type) {
    case "WrongKey":
      return failure.triesLeft > 0
        ? m.common_failure_wrong_key({ count: failure.triesLeft })
        : m.common_failure_wrong_key_last();
    case "Wait":
      return m.common_failure_wait({ time: waitText(failure.until - now) });
    case "NotARecoveryCode": {
      if (words.length !== 12) return m.common_failure_not_recovery_length();
      const unknown = failure.unknown.flatMap((place) => words[place] ?? []);
      return unknown.length === 0
        ? m.common_failure_not_recovery_checksum()
        : m.common_failure_not_recovery_unknown({
            count: unknown.length,
            words: unknown.join(", "),
          });
    }
    case "NoSuchJournal":
      return m.common_failure_no_such_journal();
    case "SlotsUnreadable":
      return slotsUnreadable[failure.reason]();
    default:
      return storageFailureText(failure);
  }
}

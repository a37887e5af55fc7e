import { ok, type Result } from "#base/Result.ts";
import type { Cover } from "#core/journal/Cover.ts";
import type { StorageFailure, TooLittleMemory } from "#core/journal/Door.ts";
import type { CoverRow, CoverStore } from "./CoverStore.ts";
import type { KeyRing } from "./KeyRing.ts";

/** How a cover is stored: plain, or as the tag of the name that opens the journal. */
export async function shownAs(
  { covers, keys }: { readonly covers: CoverStore; readonly keys: KeyRing },
  cover: Cover,
  hiddenName: string | null,
): Promise<Result<CoverRow["shown"], TooLittleMemory | StorageFailure>> {
  if (hiddenName === null) return ok({ type: "cover", cover });
  const tag = await tagOf({ covers, keys }, hiddenName);
  return tag.ok ? ok({ type: "hidden", tag: tag.value }) : tag;
}

/** The tag of a hidden journal's name on this device. Slow on purpose. */
export async function tagOf(
  { covers, keys }: { readonly covers: CoverStore; readonly keys: KeyRing },
  name: string,
): Promise<Result<string, TooLittleMemory | StorageFailure>> {
  const salt = await covers.nameSalt(keys.newNameSalt);
  return salt.ok ? keys.nameTag(name, salt.value) : salt;
}

import { entryText } from "#core/entry/entryText.ts";
import { type IdentityKind, identityKinds } from "#core/identity/IdentityMark.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** How much in a journal may identify someone. */
export interface IdentifyingTally {
  readonly entries: number;
  /** Entries in which anything was marked. */
  readonly marked: number;
  readonly kinds: readonly { readonly kind: IdentityKind; readonly count: number }[];
}

/** Goes through every entry, the bin's too, a page at a time; null when it was stopped or could not be read or checked. */
export async function tallyIdentifying(
  { vault, identity }: Pick<Workspace, "vault" | "identity">,
  signal: AbortSignal,
): Promise<IdentifyingTally | null> {
  const counts = new Map<IdentityKind, number>();
  const seen = new Set<string>();
  let marked = 0;
  let after: Mark | null = null;
  do {
    const page = await vault.exportPage(after);
    if (!page.ok || signal.aborted) return null;
    const entries = page.value.items.flatMap(({ record }) =>
      record.kind === "entry" && !seen.has(record.id) ? [record] : [],
    );
    for (const { id } of entries) seen.add(id);
    const found = await identity.check(entries.map(entryText));
    if (!found.ok || signal.aborted) return null;
    for (const marks of found.value) {
      if (marks.length > 0) marked += 1;
      for (const { kind } of marks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    after = page.value.next;
  } while (after !== null);
  const kinds = identityKinds.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return { entries: seen.size, marked, kinds };
}

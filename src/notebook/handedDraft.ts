import type { Draft } from "#core/entry/Entry.ts";

let handed: Draft | null = null;

/** Hands a draft, saved already, from the place that is being left to the one being opened; in memory only. */
export function handOver(draft: Draft): void {
  handed = draft;
}

/** The draft that was handed over under this id, if it is still there. */
export const handedDraft = (id: string | null): Draft | null =>
  handed !== null && handed.id === id ? handed : null;

/** The place it was meant for has it; without this, going back would show old words. */
export function forgetHanded(): void {
  handed = null;
}

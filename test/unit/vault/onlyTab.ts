import type { KeyHolders } from "#vault/KeyHolders.ts";
import type { Leadership } from "#vault/Leadership.ts";

/** A device with one tab: it leads, and nobody else holds a key. */
export const onlyTab: { readonly leadership: Leadership; readonly holders: KeyHolders } = {
  leadership: { isLeading: () => true, leading: Promise.resolve() },
  holders: { hold: async () => () => undefined, noneHold: async () => undefined },
};

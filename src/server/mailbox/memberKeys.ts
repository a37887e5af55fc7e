import { idBytes } from "#wire/idText.ts";
import type { Membership } from "#wire/Membership.ts";

/** The ids of those who are members, as bytes. */
export const memberKeys = ({ members }: Membership): readonly Uint8Array[] =>
  [...members.keys()].flatMap((id) => {
    const bytes = idBytes(id, 32);
    return bytes.ok ? [bytes.value] : [];
  });

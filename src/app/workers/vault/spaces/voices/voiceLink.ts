import { err, ok, type Result } from "#base/Result.ts";
import { idBytes } from "#wire/idText.ts";

/** What a voice link carries [W1]: where, which box, and the key to seal to. */
export interface VoiceLink {
  readonly origin: string;
  readonly box: Uint8Array;
  /** The box as the link writes it. */
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** The link of a box, for a poster or a message. Key and box are base64url. */
export const voiceLinkText = (origin: string, box: string, publicKey: string): string =>
  `${origin}/voice#v1.${box}.${publicKey}`;

/** Reads `/voice#v1.<box 16 bytes>.<public key 32 bytes>`. */
export function readVoiceLink(
  link: string,
): Result<VoiceLink, { readonly type: "NotAVoiceLink" } | { readonly type: "NewerLink" }> {
  const not = err({ type: "NotAVoiceLink" } as const);
  if (!URL.canParse(link)) return not;
  const { origin, pathname, hash } = new URL(link);
  const [version = "", name = "", key = "", ...more] = hash.slice(1).trim().split(".");
  if (pathname !== "/voice") return not;
  if (version !== "v1") return /^v\d+$/.test(version) ? err({ type: "NewerLink" }) : not;
  const box = idBytes(name, 16);
  const publicKey = idBytes(key, 32);
  if (more.length > 0 || !box.ok || !publicKey.ok) return not;
  return ok({ origin, box: box.value, name, publicKey: publicKey.value });
}

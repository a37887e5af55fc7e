import * as m from "#messages";
import type { PasskeyFailure } from "./passkey.ts";

/** Why a passkey did not do, in words that say what is safe first. */
export const passkeyFailureText = (failure: PasskeyFailure): string =>
  failure.type === "PasskeyCancelled" ? m.common_passkey_cancelled() : m.common_passkey_unfit();

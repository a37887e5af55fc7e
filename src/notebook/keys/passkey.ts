import type { Random } from "#base/Random.ts";
import { err, ok, type Result } from "#base/Result.ts";
import type { HeldUnlocking, NewWay, PasskeyWay } from "#core/journal/WaysToUnlock.ts";

/** Why a passkey cannot be made or read. */
export type PasskeyFailure =
  /** This browser or authenticator gives no secret (WebAuthn PRF), or not the same one twice. */
  | { readonly type: "PasskeyUnfit" }
  /** The person closed the browser's question, or it waited too long. */
  | { readonly type: "PasskeyCancelled" };

/** Whether this browser has passkeys at all. */
export const hasPasskeys = (): boolean =>
  "credentials" in navigator && typeof PublicKeyCredential === "function";

const minute = 60_000;

const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );

const failed = (fault: unknown): Result<never, PasskeyFailure> => {
  if (!(fault instanceof DOMException)) throw fault;
  return err({
    type:
      fault.name === "NotAllowedError" || fault.name === "AbortError"
        ? "PasskeyCancelled"
        : "PasskeyUnfit",
  });
};

/** What of a passkey is needed to ask for its secret. */
type Asked = Pick<PasskeyWay, "credential" | "salt">;

/** Asks an authenticator for the secret of one of these passkeys. */
async function ask(
  passkeys: readonly Asked[],
  challenge: Uint8Array<ArrayBuffer>,
): Promise<
  Result<{ readonly credential: string; readonly secret: Uint8Array<ArrayBuffer> }, PasskeyFailure>
> {
  try {
    const given = await navigator.credentials.get({
      publicKey: {
        challenge,
        timeout: minute,
        userVerification: "required",
        allowCredentials: passkeys.map(({ credential }) => ({
          type: "public-key",
          id: toBytes(credential),
        })),
        extensions: {
          prf: {
            evalByCredential: Object.fromEntries(
              passkeys.map(({ credential, salt }) => [credential, { first: toBytes(salt) }]),
            ),
          },
        },
      },
    });
    if (!(given instanceof PublicKeyCredential)) return err({ type: "PasskeyUnfit" });
    const first = given.getClientExtensionResults().prf?.results?.first;
    if (!(first instanceof ArrayBuffer) || first.byteLength !== 32)
      return err({ type: "PasskeyUnfit" });
    const credential = toText(new Uint8Array(given.rawId));
    return ok({ credential, secret: new Uint8Array(first) });
  } catch (fault) {
    return failed(fault);
  }
}

/**
 * Makes a passkey for a journal and reads its secret twice: one that gives different secrets would
 * lock its owner out. `name` is what the device's list of passkeys shows; never a person's name.
 */
export async function makePasskey(
  random: Random,
  name: string,
): Promise<Result<Extract<NewWay, { type: "passkey" }>, PasskeyFailure>> {
  const bytes = (length: number) => new Uint8Array(random.bytes(length));
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: "Headroom" },
        user: { id: bytes(16), name, displayName: name },
        challenge: bytes(32),
        timeout: minute,
        // Nobody checks a signature: the secret is what counts, so any kind of key will do.
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
        extensions: { prf: {} },
      },
    });
    if (!(made instanceof PublicKeyCredential)) return err({ type: "PasskeyUnfit" });
    if (made.getClientExtensionResults().prf?.enabled !== true)
      return err({ type: "PasskeyUnfit" });
    const credential = toText(new Uint8Array(made.rawId));
    const salt = toText(bytes(32));
    const readings = [];
    for (let reading = 0; reading < 2; reading += 1) {
      const read = await ask([{ credential, salt }], bytes(32));
      if (!read.ok) return read;
      readings.push(read.value.secret);
    }
    const [secret, again] = readings;
    if (!secret || !again?.every((byte, at) => byte === secret[at]))
      return err({ type: "PasskeyUnfit" });
    again.fill(0);
    return ok({ type: "passkey", credential, salt, secret });
  } catch (fault) {
    return failed(fault);
  }
}

/** What opens a journal by one of its passkeys. */
export async function askPasskey(
  passkeys: readonly PasskeyWay[],
  random: Random,
): Promise<Result<HeldUnlocking, PasskeyFailure>> {
  const read = await ask(passkeys, new Uint8Array(random.bytes(32)));
  if (!read.ok) return read;
  const slot = passkeys.find(({ credential }) => credential === read.value.credential)?.slot;
  return slot === undefined
    ? err({ type: "PasskeyUnfit" })
    : ok({ type: "passkey", slot, secret: read.value.secret });
}

const names: readonly string[] = ["NotSupportedError", "DataError"];

/**
 * Whether WebCrypto said that it does not take a curve, or this key of it: WebKitGTK 2.50 refuses
 * secret keys that begin with a zero, as one in 256 does. What it refuses is done by @noble/curves.
 */
export const isRefused = (error: unknown): boolean =>
  error instanceof DOMException && names.includes(error.name);

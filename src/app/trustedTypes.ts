interface AddressPolicy {
  readonly createScriptURL: (address: string) => unknown;
}
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: AddressPolicy) => AddressPolicy;
}

/** Only our own files: the app's chunks, their sources in development, and the service worker. */
function ownAddress(address: string): string {
  const url = new URL(address, window.location.origin);
  const isOwn =
    url.origin === window.location.origin &&
    /^\/(assets\/|src\/|serviceWorker\.js$)/.test(url.pathname);
  if (!isOwn) throw new TypeError("script from elsewhere");
  return url.href;
}

const factory = (window as Window & { readonly trustedTypes?: PolicyFactory }).trustedTypes;
const policy = factory?.createPolicy("headroom", { createScriptURL: ownAddress });

/**
 * The address of a script of ours, as workers and the service worker may be started from under
 * Trusted Types. Throws for any other address. Browsers without Trusted Types get the checked string.
 */
export const scriptAddress = (address: string): string =>
  // The browser's TrustedScriptURL stands wherever a script's address is wanted, which TypeScript's DOM calls a string.
  (policy ? policy.createScriptURL(address) : ownAddress(address)) as string;

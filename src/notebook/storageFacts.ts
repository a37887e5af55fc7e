/** What the browser says of the storage it gives this app, all journals and the app itself together. */
export interface StorageFacts {
  /** It has agreed not to clear it by itself. */
  readonly isKept: boolean;
  /** Bytes; null where it does not say. Browsers blur them, so as to give nothing away. */
  readonly used: number | null;
  readonly left: number | null;
  /** So little is left that keeping may soon fail. */
  readonly isShort: boolean;
}

/** Below this many bytes left it is time to say so: a backup of a large journal, or years of writing. */
const shortBelow = 20_000_000;

/** Asks the browser; null where it cannot be asked (WebKitGTK). */
export async function lookAtStorage(): Promise<StorageFacts | null> {
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined) return null;
  const [isKept, { usage, quota }] = await Promise.all([storage.persisted(), storage.estimate()]);
  const left = usage === undefined || quota === undefined ? null : Math.max(0, quota - usage);
  return { isKept, used: usage ?? null, left, isShort: left !== null && left < shortBelow };
}

const format = (unit: "megabyte" | "gigabyte") =>
  new Intl.NumberFormat("en-GB", { style: "unit", unit, maximumFractionDigits: 1 });
const megabytes = format("megabyte");
const gigabytes = format("gigabyte");

/** "12.3 MB", "1.5 GB". */
export const bytesText = (bytes: number): string =>
  bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9);

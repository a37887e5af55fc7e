const askedKey = "headroom-asked-to-keep-storage";

/** Asks the browser, once per device, not to clear what is kept here when it runs short of room. */
export async function keepStorageOnce(): Promise<void> {
  try {
    if (localStorage.getItem(askedKey) !== null || (await navigator.storage.persisted())) return;
    localStorage.setItem(askedKey, "yes");
    await navigator.storage.persist();
  } catch {
    // Settings shows whether storage is persistent; being refused changes nothing else.
  }
}

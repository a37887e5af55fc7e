import { startVault, type VaultThread } from "#app/compose.ts";

const threads: VaultThread[] = [];

/** The app's real vault worker, locked, as a page finds it at load. */
export function openDoor(): VaultThread["vault"] {
  const thread = startVault(() => {
    throw new Error("the vault worker failed");
  });
  threads.push(thread);
  return thread.vault;
}

/** Ends the workers and forgets every journal, so that the next test finds an empty device. */
export async function emptyDevice(): Promise<void> {
  for (const { terminate } of threads.splice(0)) terminate();
  const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
  await Promise.all(
    names
      .filter((name) => name.startsWith("headroom"))
      .map(
        (name) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => resolve();
            request.onerror = () => reject(request.error);
          }),
      ),
  );
}

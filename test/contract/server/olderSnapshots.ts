import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { MailboxStore } from "#server/mailbox/store/MailboxStore.ts";

const some = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

/**
 * A mailbox as it was before confirmations were signed has a snapshot that two devices had confirmed by
 * word, and rows that went for it. `run` runs a statement there; `open` opens it as it is now.
 */
export async function keepsOlderSnapshots(
  run: (text: string, ...values: readonly Uint8Array[]) => Promise<unknown>,
  open: () => Promise<MailboxStore>,
): Promise<void> {
  const [space, hash, manifest, logId] = [some(16), some(32), some(90), some(16)];
  await run(
    `insert into spaces (space, log_id, head, floor, membership, bytes, voices, gone)
     values ($1, $2, 5, 3, 1, 0, 0, 0)`,
    space,
    logId,
  );
  await run(
    `insert into snapshots (space, hash, manifest, up_to, purge, confirmed, at)
     values ($1, $2, $3, 3, 0, 1, 0)`,
    space,
    hash,
    manifest,
  );
  for (const device of [some(32), some(32)]) {
    await run(
      "insert into confirmations (space, snapshot, device) values ($1, $2, $3)",
      space,
      hash,
      device,
    );
  }
  const store = await open();
  const shown = async (which: "latest" | "confirmed") => {
    const found = await store.snapshot(space, which);
    return found && { manifest: new Uint8Array(found.manifest), by: found.confirmations.length };
  };
  // By word it counts no more; but what comes does not take its place before it is confirmed itself.
  expect(await shown("confirmed")).toBe(null);
  expect(await shown("latest")).toEqual({ manifest, by: 0 });
  const next = { space, hash: some(32), manifest: some(90), logId, upTo: 4 };
  expect(await store.putSnapshot({ ...next, purge: false, segments: [] }, 1, 0)).toBe("kept");
  expect(await store.snapshot(space, hash)).not.toBe(null);
  const word = { device: some(32), signature: some(64) };
  expect(await store.confirm(space, hash, word, 1, 0)).toBe("kept");
  expect(await shown("confirmed")).toEqual({ manifest, by: 1 });
  expect(await store.confirm(space, next.hash, word, 1, 0)).toBe("kept");
  expect(await store.snapshot(space, hash)).toBe(null);
  await store.close();
}

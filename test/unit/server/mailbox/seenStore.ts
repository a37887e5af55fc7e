import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usualSettings } from "#server/mailbox/MailboxSettings.ts";
import { openLibsqlStore } from "#server/mailbox/store/libsql/openLibsqlStore.ts";
import type { MailboxStore } from "#server/mailbox/store/MailboxStore.ts";

/** A real store of which a test may see or hold what is asked. */
export function seenStore(change: (real: MailboxStore) => Partial<MailboxStore>): MailboxStore {
  const directory = mkdtempSync(join(tmpdir(), "headroom-seen-"));
  const real = openLibsqlStore(directory, usualSettings.quota);
  return {
    ...real,
    ...change(real),
    close: async () => {
      await real.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

import type { Environment } from "./Environment.ts";
import type { MailboxStore } from "./mailbox/store/MailboxStore.ts";

/**
 * The store that the settings name. Each brings its driver only when it is used. Rejects with
 * `DirectoryInUse`, or with what the database said.
 */
export async function openStore(environment: Environment): Promise<MailboxStore> {
  const quota = environment.SPACE_QUOTA_MIB * 1024 * 1024;
  if (environment.DATABASE_URL) {
    const { openPostgresStore } = await import("./mailbox/store/postgres/openPostgresStore.ts");
    return openPostgresStore(environment.DATABASE_URL, quota);
  }
  const { openLibsqlStore } = await import("./mailbox/store/libsql/openLibsqlStore.ts");
  return openLibsqlStore(environment.DATA_DIR, quota);
}

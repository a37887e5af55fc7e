import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Reader } from "#core/journal/Reader.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Workspace } from "./Workspace.ts";

/** What tells one reading from another: the question's name first, then what it is asked with. */
export type ReadingKey = readonly [string, ...unknown[]];

/** How a reading may differ from the usual. */
export interface ReadingOptions {
  /** False waits with asking. */
  readonly enabled?: boolean;
  /** Show the answer to the last question until the next one is answered, as a search does. */
  readonly keepLast?: boolean;
}

/**
 * Asks the reader and stays up to date: asked again whenever the journal changed (see
 * `ReadingProvider`). Answers live in memory only. `read` gets the page's latest write as `since`,
 * so that an answer never misses what was just kept.
 */
export function useReading<T>(
  workspace: Workspace,
  key: ReadingKey,
  read: (reader: Reader, since: Mark) => Promise<T>,
  options: ReadingOptions = {},
): UseQueryResult<T> {
  return useQuery<T>({
    queryKey: ["reading", ...key],
    queryFn: () => read(workspace.reader, workspace.mark()),
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}

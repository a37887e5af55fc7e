import { useMemo } from "react";
import type { EntryId } from "#core/identifiers.ts";
import type { TextRange } from "#core/journal/Reader.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";

const none: ReadonlyMap<EntryId, readonly TextRange[]> = new Map();

/** For the theme that Today shows: the sentence of each of its entries that says most of it, to be marked under "Lately". */
export function useRecurringRanges(
  workspace: Workspace,
): ReadonlyMap<EntryId, readonly TextRange[]> {
  const prompt = useReading(workspace, ["prompt"], (reader, since) =>
    reader.prompt(workspace.clock.now(), since),
  );
  const id = prompt.data?.theme ?? null;
  const theme = useReading(
    workspace,
    ["theme", id],
    async (reader, since) => (id === null ? null : reader.theme(id, since)),
    { enabled: id !== null },
  );
  return useMemo(
    () =>
      theme.data
        ? new Map(theme.data.members.map(({ line, range }) => [line.id, [range]] as const))
        : none,
    [theme.data],
  );
}

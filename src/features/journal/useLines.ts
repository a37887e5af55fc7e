import { useQueries } from "@tanstack/react-query";
import { useRef } from "react";
import type { EntryId } from "#core/identifiers.ts";
import type { EntryLine } from "#core/journal/Reader.ts";
import type { Workspace } from "#notebook/Workspace.ts";

/** How many lines are asked for at once. */
const block = 50;

/**
 * The lines of a long list that are near the screen, asked for block by block. Lines seen before are
 * shown while newer ones are on their way, so that a list that shifts does not flicker.
 */
export function useLines(
  workspace: Workspace,
  ids: readonly EntryId[],
  first: number,
  last: number,
): ReadonlyMap<EntryId, EntryLine> {
  const known = useRef(new Map<EntryId, EntryLine>());
  const blocks: (readonly EntryId[])[] = [];
  for (let at = Math.floor(first / block) * block; at <= last && at < ids.length; at += block)
    blocks.push(ids.slice(at, at + block));
  useQueries({
    queries: blocks.map((part) => ({
      queryKey: ["reading", "lines", part],
      queryFn: async () => {
        const lines = await workspace.reader.lines(part, workspace.mark());
        for (const line of lines) known.current.set(line.id, line);
        return lines;
      },
    })),
    combine: (results) => {
      for (const { data } of results)
        for (const line of data ?? []) known.current.set(line.id, line);
      return results.map((result) => result.dataUpdatedAt).join();
    },
  });
  return known.current;
}

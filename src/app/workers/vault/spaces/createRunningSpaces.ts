import { err, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { SpaceFailure } from "#core/space/SpaceFailure.ts";
import { openSpace } from "#sync/openSpace.ts";
import { type RunningSpace, showOnly } from "#sync/RunningSpace.ts";
import { runSpace } from "#sync/runSpace.ts";
import { isMarking, type SpaceContext, type SyncTools } from "#sync/SpaceContext.ts";
import type { SpaceState } from "#sync/SpaceState.ts";
import { markSpace } from "#vault/spaces/SpaceMarks.ts";
import type { KeptSpaces } from "./createKeptSpaces.ts";
import type { News } from "./createNews.ts";
import type { SpaceParts } from "./SpaceParts.ts";
import type { SpaceRecords } from "./spaceRecords.ts";

/** What spaces are run with. */
export interface RunningParts {
  readonly parts: SpaceParts;
  readonly tools: SyncTools;
  readonly records: SpaceRecords;
  readonly kept: KeptSpaces;
}

/** The spaces of an open journal, each exchanged or only shown. */
export interface RunningSpaces extends Pick<ReadonlyMap<string, RunningSpace>, "get" | "values"> {
  /** Null where what is kept of it cannot be read. */
  readonly start: (state: SpaceState) => Promise<RunningSpace | null>;
  /** Ends once what is under way with it has ended. */
  readonly stop: (id: SpaceId) => Promise<void>;
  /** Keeps that a space has come to another phase, and tells of it. */
  readonly setPhase: (
    run: RunningSpace,
    phase: SpaceState["phase"],
  ) => Promise<Result<null, StorageFailure>>;
  /** Does something with a space that is running. */
  readonly within: <T>(
    id: SpaceId,
    work: (run: RunningSpace) => Promise<Result<T, SpaceFailure>>,
  ) => Promise<Result<T, SpaceFailure>>;
  readonly news: News;
}

/** None runs at first. */
export function createRunningSpaces(
  { parts, tools, kept }: RunningParts,
  news: News,
): RunningSpaces {
  const { opened, timers, transportTo, isLeading, isInSight } = parts;
  const { carrying } = opened;
  const running = new Map<string, RunningSpace>();

  /** What is marked unsent from now on follows from which spaces there are. */
  const mark = ({ id, state }: SpaceContext) =>
    markSpace(carrying.marks, { id, kind: state.kind }, isMarking(state));

  return {
    news,
    get: (id) => running.get(id),
    values: () => running.values(),
    start: async (state) => {
      const transport = state.server === null ? null : transportTo(state.server);
      const opening = await openSpace(tools, state, transport);
      if (!opening.ok) return null;
      const context = opening.value;
      mark(context);
      let phase = context.state.phase.type;
      const begin = isLeading ? runSpace : showOnly;
      const changed = () => {
        if (phase === context.state.phase.type) return news.here();
        phase = context.state.phase.type;
        mark(context);
        news.everywhere();
      };
      const run = begin(context, timers, changed, isInSight);
      running.set(context.id, run);
      return run;
    },
    stop: async (id) => {
      await running.get(id)?.stop();
      running.delete(id);
    },
    setPhase: async ({ context }, phase) => {
      context.state = { ...context.state, phase };
      mark(context);
      const isKept = await kept.keep(context);
      news.everywhere();
      return isKept;
    },
    within: async (id, work) => {
      const run = running.get(id);
      return run === undefined ? err({ type: "NoSuchSpace" }) : work(run);
    },
  };
}

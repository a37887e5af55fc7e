import { ok, type Result } from "#base/Result.ts";
import type { Requests, ServerFailure } from "./requests.ts";
import type { SpaceContext } from "./SpaceContext.ts";

/** Hears of news where no WebSocket gets through: asks, and the server holds its answer back until there are some. */
export interface LongPoll {
  readonly begin: () => Promise<void>;
  readonly isThere: () => boolean;
  /** How often something other than the server answered. */
  readonly failures: () => number;
  /** For good. */
  readonly close: () => void;
}

/** What a long poll tells; it goes on once `news` is done, and ends where that went wrong. */
interface PollNews {
  readonly news: () => Promise<boolean>;
  readonly ended: () => void;
}

async function awaitNews(
  context: SpaceContext,
  requests: Requests,
): Promise<Result<boolean, ServerFailure>> {
  const [cursor, length] = [context.heads.cursor, context.state.log.length];
  const path = `/spaces/${context.id}/nudge?head=${cursor}&membership=${length}`;
  const nudged = await requests.exchange("GET", path);
  if (!nudged.ok) return nudged;
  const nudge = nudged.value.find((frame) => frame.type === "nudge");
  return ok(
    nudge !== undefined &&
      (nudge.head !== context.heads.cursor || nudge.membership !== context.state.log.length),
  );
}

/** Asks nothing at first. */
export function createLongPoll(context: SpaceContext, tell: PollNews): LongPoll {
  let isThere = false;
  let isClosed = false;
  let failures = 0;
  return {
    begin: async () => {
      const { requests } = context;
      if (requests === null) return;
      isThere = true;
      while (!isClosed) {
        const news = await awaitNews(context, requests);
        if (!news.ok) {
          failures += news.error.type === "Unreachable" ? 0 : 1;
          isThere = false;
          return tell.ended();
        }
        if (!news.value || (await tell.news())) continue;
        // The same news would come at once, again and again; the retry asks anew.
        isThere = false;
        return;
      }
    },
    isThere: () => isThere,
    failures: () => failures,
    close: () => {
      isClosed = true;
    },
  };
}

import type { Page } from "playwright";

/** As much of a trace event as is read here; durations in microseconds, `tdur` on the processor. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {
      readonly url?: string;
      readonly processId?: number;
      readonly frames?: readonly { readonly url: string; readonly processId?: number }[];
    };
  };
}

/** The processes that show pages of `origin`. */
function processesOf(events: readonly TraceEvent[], origin: string): ReadonlySet<number> {
  const frames = events.flatMap(({ args }) => [...(args.data?.frames ?? []), args.data ?? {}]);
  return new Set(
    frames.flatMap(({ url, processId }) =>
      url?.startsWith(origin) && processId !== undefined ? [processId] : [],
    ),
  );
}

/**
 * Does something and tells the longest task of the page's main thread meanwhile, in milliseconds of
 * processor time: what else the machine was doing does not count, as it would on a clock.
 */
export async function longestTask<T>(
  page: Page,
  act: () => Promise<T>,
): Promise<{ readonly done: T; readonly milliseconds: number }> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // The protocol's own types leave trace events open.
  session.on("Tracing.dataCollected", ({ value }: { readonly value: readonly object[] }) =>
    events.push(...(value as readonly TraceEvent[])),
  );
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["disabled-by-default-devtools.timeline"],
      excludedCategories: ["*"],
    },
  });
  const done = await act();
  // A task is traced when it ends, which is after it has answered.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
  const complete = new Promise<void>((resolve) =>
    session.once("Tracing.tracingComplete", () => resolve()),
  );
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const processes = processesOf(events, new URL(page.url()).origin);
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, pid, tid }) =>
      name === "RunTask" && processes.has(pid) && mainThreads.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error("the trace holds no task of the page's main thread");
  return { done, milliseconds: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)) };
}

/**
 * A control: keeps the main thread busy for a second and makes sure that it is seen. A trace that
 * misses it would call any page smooth.
 */
export async function assertBlocksAreSeen(page: Page): Promise<void> {
  const { milliseconds } = await longestTask(page, () =>
    page.evaluate(() => {
      const end = performance.now() + 1000;
      while (performance.now() < end);
    }),
  );
  if (milliseconds < 100) throw new Error(`a blocked page was seen for ${milliseconds} ms only`);
}

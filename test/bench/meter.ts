import type { BrowserContext, Page } from "playwright";

/** A call from the page to a worker, as Comlink sent it. Times are the page's `performance.now()`. */
interface MeasuredCall {
  readonly name: string;
  readonly start: number;
  readonly milliseconds: number;
}

interface Meter {
  readonly calls: MeasuredCall[];
  readonly blocks: { readonly start: number; readonly milliseconds: number }[];
}

declare global {
  interface Window {
    benchMeter: Meter;
  }
}

/** Runs in the page before any of its scripts: listens to what Comlink sends and to long tasks. */
function install(): void {
  const meter: Meter = { calls: [], blocks: [] };
  window.benchMeter = meter;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      meter.blocks.push({ start: startTime, milliseconds: duration });
    }
  }).observe({ type: "longtask", buffered: true });

  const heard = new WeakSet<EventTarget>();
  const asked = new Map<unknown, { name: string; start: number }>();
  const hear = (event: Event) => {
    const id = event instanceof MessageEvent ? (event.data?.id as unknown) : undefined;
    const call = asked.get(id);
    if (!call) return;
    asked.delete(id);
    meter.calls.push({ ...call, milliseconds: performance.now() - call.start });
  };
  for (const type of [Worker, MessagePort]) {
    const send = type.prototype.postMessage;
    type.prototype.postMessage = function (this: Worker | MessagePort, ...sent: unknown[]) {
      const [message] = sent as [{ id?: unknown; type?: unknown; path?: unknown } | null];
      if (message?.type === "APPLY" && Array.isArray(message.path)) {
        if (!heard.has(this)) {
          heard.add(this);
          this.addEventListener("message", hear as EventListener);
        }
        asked.set(message.id, { name: message.path.join("."), start: performance.now() });
      }
      return Reflect.apply(send, this, sent);
    } as typeof send;
  }
}

/** Installs the meter in every page of a context. */
export async function installMeter(context: BrowserContext): Promise<void> {
  // tsx marks functions with a helper that pages do not have.
  await context.addInitScript("globalThis.__name ??= (f) => f;");
  await context.addInitScript(install);
}

/** Milliseconds of each answered call with this name since `since`. */
export const callsTo = (page: Page, name: string, since = 0): Promise<readonly number[]> =>
  page.evaluate(
    ([wanted, from]) =>
      window.benchMeter.calls
        .filter((call) => call.name === wanted && call.start >= from)
        .map((call) => call.milliseconds),
    [name, since] as const,
  );

/** The page's clock now. */
export const pageNow = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** The longest main-thread task of 50 ms or more since `since`; 0 where there was none. */
export const longestBlock = (page: Page, since = 0): Promise<number> =>
  page.evaluate(
    (from) =>
      Math.max(
        0,
        ...window.benchMeter.blocks
          .filter((block) => block.start >= from)
          .map((block) => block.milliseconds),
      ),
    since,
  );

/**
 * Milliseconds from the next press of a key or pointer, which `act` makes, to the frame in which
 * `selector` is in the page and, with `holding`, its text holds that.
 */
export async function timeUntil(
  page: Page,
  selector: string,
  act: () => Promise<unknown>,
  holding = "",
): Promise<number> {
  const arrived = page.evaluate(
    ([wanted, text]) =>
      new Promise<number>((resolve) => {
        const from = (event: Event) => {
          const shown = () =>
            [...document.querySelectorAll(wanted)].some((element) =>
              element.textContent?.includes(text),
            );
          const look = () => {
            if (!shown()) return;
            watcher.disconnect();
            resolve(performance.now() - event.timeStamp);
          };
          const watcher = new MutationObserver(look);
          watcher.observe(document, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
          removeEventListener("pointerdown", from, true);
          removeEventListener("keydown", from, true);
        };
        addEventListener("pointerdown", from, true);
        addEventListener("keydown", from, true);
      }),
    [selector, holding] as const,
  );
  await act();
  return arrived;
}

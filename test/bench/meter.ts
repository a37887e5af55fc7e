import type { BrowserContext, Page } from "playwright";

/** A call from the page to a worker, as Comlink sent it. Times are the page's `performance.now()`. */
interface MeasuredCall {
  readonly name: string;
  readonly start: number;
  readonly milliseconds: number;
}

interface Meter {
  readonly calls: MeasuredCall[];
}

declare global {
  interface Window {
    benchMeter: Meter;
  }
}

/** Runs in the page before any of its scripts: listens to what Comlink sends. */
function install(): void {
  const meter: Meter = { calls: [] };
  window.benchMeter = meter;

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
          // Heard before Comlink does: what the page draws of an answer is not the call's.
          this.addEventListener("message", hear as EventListener, { capture: true });
        }
        asked.set(message.id, { name: message.path.join("."), start: performance.now() });
      }
      return Reflect.apply(send, this, sent);
    } as typeof send;
  }
}

/** tsx marks functions with a helper that pages and workers do not have. */
const namesNothing = "globalThis.__name ??= (f) => f;";

/** Installs the meter in every page of a context. */
export async function installMeter(context: BrowserContext): Promise<void> {
  await context.addInitScript(namesNothing);
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

/** Times calls to the vault on its own thread from now on: from a call's arrival to its answer sent. */
export async function meterVault(
  page: Page,
): Promise<(name: string) => Promise<readonly number[]>> {
  const vault = page.workers().find((worker) => worker.url().includes("vault.worker"));
  if (!vault) throw new Error("the page has no vault");
  await vault.evaluate(namesNothing);
  await vault.evaluate(() => {
    const asked = new Map<unknown, { name: string; start: number }>();
    const calls: MeasuredCall[] = [];
    const scope = self as typeof globalThis & { benchCalls?: MeasuredCall[] };
    scope.benchCalls = calls;
    const arrived = ({ data }: MessageEvent) => {
      if (data?.type === "APPLY" && Array.isArray(data.path))
        asked.set(data.id, { name: data.path.join("."), start: performance.now() });
    };
    scope.addEventListener("message", arrived, { capture: true });
    const send = scope.postMessage;
    scope.postMessage = ((...sent: [{ id?: unknown }]) => {
      Reflect.apply(send, scope, sent);
      const call = asked.get(sent[0]?.id);
      if (call) calls.push({ ...call, milliseconds: performance.now() - call.start });
    }) as typeof send;
  });
  return (name) =>
    vault.evaluate(
      (wanted) =>
        ((self as typeof globalThis & { benchCalls?: MeasuredCall[] }).benchCalls ?? [])
          .filter((call) => call.name === wanted)
          .map((call) => call.milliseconds),
      name,
    );
}

/** The page's clock now. */
export const pageNow = (page: Page): Promise<number> => page.evaluate(() => performance.now());

/** What must be in the page for a wait to end. */
export interface Sight {
  /** Any element that fits and meets the rest will do. */
  readonly selector: string;
  /** Its text holds this. */
  readonly holding?: string;
  /** Its text is not this: what was there before does not count. */
  readonly unlike?: string | null;
}

/** Milliseconds from the next press of a key or pointer, which `act` makes, until `sight` is in the page. */
export async function timeUntil(
  page: Page,
  sight: Sight,
  act: () => Promise<unknown>,
): Promise<number> {
  const arrived = page.evaluate(({ selector, holding = "", unlike = null }) => {
    const shown = () =>
      [...document.querySelectorAll(selector)].some(
        ({ textContent }) => textContent?.includes(holding) && textContent !== unlike,
      );
    return new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`never came: ${selector} ${holding}`)), 180_000);
      const pressed = ({ timeStamp }: Event) => {
        const look = () => {
          if (!shown()) return;
          watcher.disconnect();
          removeEventListener("focusin", look);
          resolve(performance.now() - timeStamp);
        };
        const watcher = new MutationObserver(look);
        const everything = { subtree: true, childList: true, characterData: true };
        watcher.observe(document, { ...everything, attributes: true });
        addEventListener("focusin", look);
        removeEventListener("pointerdown", pressed, true);
        removeEventListener("keydown", pressed, true);
      };
      addEventListener("pointerdown", pressed, true);
      addEventListener("keydown", pressed, true);
    });
  }, sight);
  await act();
  return arrived;
}

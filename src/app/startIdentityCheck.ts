import { type Remote, wrap } from "comlink";
import { err, ok } from "#base/Result.ts";
import type { IdentityCheck } from "#core/identity/IdentityCheck.ts";
import { scriptAddress } from "./trustedTypes.ts";
import type { IdentityWorker } from "./workers/identity/IdentityWorker.ts";
import address from "./workers/identity.worker.ts?worker&url";

/** The identity check in a worker of its own. */
export interface IdentityThread extends IdentityCheck {
  /** Ends the thread and with it every word that it holds; the next question starts another. */
  readonly terminate: () => void;
}

interface Running {
  readonly remote: Remote<IdentityWorker>;
  readonly ended: Promise<null>;
  readonly end: () => void;
}

/** Makes the check; its worker, with the lists of names, is fetched and started by the first question. */
export function startIdentityCheck(): IdentityThread {
  let running: Running | null = null;

  const start = (): Running => {
    const worker = new Worker(scriptAddress(address), { type: "module", name: "identity" });
    let tellEnded = () => {};
    const ended = new Promise<null>((resolve) => {
      tellEnded = () => resolve(null);
    });
    const started: Running = {
      remote: wrap<IdentityWorker>(worker),
      ended,
      end: () => {
        worker.terminate();
        if (running === started) running = null;
        tellEnded();
      },
    };
    // It could not be fetched or broke: no answer will come.
    worker.addEventListener("error", started.end);
    return started;
  };

  return {
    check: async (texts, known = []) => {
      running ??= start();
      const marks = await Promise.race([running.remote.mark(texts, known), running.ended]);
      return marks === null ? err("unavailable") : ok(marks);
    },
    terminate: () => running?.end(),
  };
}

import { proxy, wrap } from "comlink";
import type { Exchange, StartExchange } from "#core/exchange/Exchange.ts";
import { scriptAddress } from "./trustedTypes.ts";
import address from "./workers/exchange.worker.ts?worker&url";

/** Starts a worker that reads and writes files; ending it frees every word that it held. */
export const startExchange: StartExchange = (failed) => {
  const worker = new Worker(scriptAddress(address), { type: "module", name: "exchange" });
  worker.addEventListener("error", failed);
  const remote: Exchange = wrap<Exchange>(worker);
  const exchange: Exchange = {
    read: (files, choices, timesKept) =>
      remote.read(files, choices, timesKept === undefined ? undefined : proxy(timesKept)),
    choose: remote.choose,
    next: remote.next,
    beginExport: remote.beginExport,
    addToExport: remote.addToExport,
    endExport: remote.endExport,
    exampleJournal: remote.exampleJournal,
  };
  return { exchange, stop: () => worker.terminate() };
};

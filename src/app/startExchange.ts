import { wrap } from "comlink";
import type { Exchange, StartExchange } from "#core/exchange/Exchange.ts";
import { scriptAddress } from "./trustedTypes.ts";
import address from "./workers/exchange.worker.ts?worker&url";

/** Starts a worker that reads and writes files; ending it frees every word that it held. */
export const startExchange: StartExchange = (failed) => {
  const worker = new Worker(scriptAddress(address), { type: "module", name: "exchange" });
  worker.addEventListener("error", failed);
  const exchange: Exchange = wrap<Exchange>(worker);
  return { exchange, stop: () => worker.terminate() };
};

import * as Comlink from "comlink";
import type { ReaderWorker } from "#app/workers/reader/ReaderWorker.ts";
import type { Tab } from "../vault/openWorker.ts";

/** The app's own reader worker, joined to a tab's open vault as the page joins them. */
export interface OpenReader {
  readonly reader: Comlink.Remote<ReaderWorker>;
  readonly kill: () => void;
}

/** Starts a reader for the journal that is open in this tab. */
export async function openReader(tab: Tab): Promise<OpenReader> {
  const address = new URL("../../../src/app/workers/reader.worker.ts", import.meta.url);
  const worker = new Worker(address, { type: "module" });
  const reader = Comlink.wrap<ReaderWorker>(worker);
  const { port1, port2 } = new MessageChannel();
  await tab.vault.serveReader(Comlink.transfer(port1, [port1]));
  await reader.connect(Comlink.transfer(port2, [port2]));
  return { reader, kill: () => worker.terminate() };
}

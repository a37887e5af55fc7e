import * as Comlink from "comlink";
import { createReader } from "#reading/createReader.ts";
import { createThemeEngine } from "#themes/createThemeEngine.ts";
import type { ReaderWorker } from "./reader/ReaderWorker.ts";
import { remoteSource } from "./reader/remoteSource.ts";
import { workerPlatform } from "./reader/workerPlatform.ts";

/** Composes the reader in its own thread; it ends with the journal's lock, when the page terminates it. */
const offered: Pick<ReaderWorker, "connect"> = {
  connect: async (port) => {
    const reader = createReader(remoteSource(port), createThemeEngine(), workerPlatform());
    Object.assign(offered, reader, {
      subscribe: async (listener: () => void) => Comlink.proxy(await reader.subscribe(listener)),
    });
  },
};

Comlink.expose(offered);

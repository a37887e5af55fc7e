import * as Comlink from "comlink";
import type { ReaderSource } from "#core/journal/ReaderFeed.ts";

/** The vault at the other end of a port, as the reader's source. Segments are copied, so that they can be offered again where storage refuses. */
export function remoteSource(port: MessagePort): ReaderSource {
  const vault = Comlink.wrap<ReaderSource>(port);
  return {
    listen: (listener) => vault.listen(Comlink.proxy(listener)),
    refuse: (ids) => vault.refuse(ids),
    loadIndex: (name) => vault.loadIndex(name),
    storeIndex: (name, through, segments, count) =>
      vault.storeIndex(name, through, segments, count),
  };
}

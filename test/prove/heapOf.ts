import type { Page } from "@playwright/test";

/** What a page's JavaScript heap holds. */
export interface Heap {
  /** Whether this text is in it, whole or as a part of another. */
  readonly has: (text: string) => boolean;
  /** Whether anything in it holds four of these words in a row, in this order: as a list or as one text. */
  readonly hasInOrder: (words: readonly string[]) => boolean;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly edge_fields: readonly string[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

const inARow = 4;

/** Whether an object or a list of the heap refers to words one after another, in their order. */
function refersInOrder(
  { snapshot: { meta }, nodes, edges, strings }: Snapshot,
  words: readonly string[],
): boolean {
  const [nodeSize, edgeSize] = [meta.node_fields.length, meta.edge_fields.length];
  const [name, edgeCount] = [
    meta.node_fields.indexOf("name"),
    meta.node_fields.indexOf("edge_count"),
  ];
  const target = meta.edge_fields.indexOf("to_node");
  const places = new Map(words.map((word, place) => [word, place]));
  let edge = 0;
  for (let node = 0; node < nodes.length; node += nodeSize) {
    let [last, row] = [-2, 0];
    for (let left = nodes[node + edgeCount] ?? 0; left > 0; left -= 1, edge += edgeSize) {
      const to = edges[edge + target] ?? 0;
      const place = places.get(strings[nodes[to + name] ?? 0] ?? "") ?? -2;
      row = place >= 0 && place === last + 1 ? row + 1 : 1;
      last = place;
      if (place >= 0 && row >= inARow) return true;
    }
  }
  return false;
}

/** A snapshot of the page's heap, after collecting garbage. */
export async function heapOf(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  const text = chunks.join("");
  return {
    has: (word) => text.includes(word),
    hasInOrder: (words) =>
      words
        .slice(inARow - 1)
        .some((_, at) => text.includes(words.slice(at, at + inARow).join(" "))) ||
      refersInOrder(JSON.parse(text) as Snapshot, words),
  };
}

import * as v from "valibot";
import { idSchema, type JournalId } from "#core/identifiers.ts";
import type { Siblings } from "#vault/Siblings.ts";

const mark = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const newsSchema = v.variant("type", [
  v.object({ type: v.literal("written"), through: mark }),
  v.object({
    type: v.literal("removed"),
    ids: v.pipe(v.array(idSchema<string & {}>()), v.readonly()),
    through: mark,
  }),
]);

/** The vaults of other tabs, over a BroadcastChannel named after the journal. */
export function createSiblings(journal: JournalId): Siblings {
  const channel = new BroadcastChannel(`headroom-${journal}`);
  return {
    tell: (news) => channel.postMessage(news),
    hear: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const news = v.safeParse(newsSchema, data);
        if (news.success) listener(news.output);
      };
    },
    close: () => channel.close(),
  };
}

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

/** The vaults of other tabs, and word of changes to the journal's spaces. */
interface TabSiblings extends Siblings {
  readonly hearSpaces: (listener: () => void) => void;
}

/** The vaults of other tabs, over a BroadcastChannel named after the journal. */
export function createSiblings(journal: JournalId): TabSiblings {
  const channel = new BroadcastChannel(`headroom-${journal}`);
  const spaces = new BroadcastChannel(`headroom-spaces-${journal}`);
  return {
    hearSpaces: (listener) => {
      spaces.onmessage = listener;
    },
    tell: (news) => channel.postMessage(news),
    hear: (listener) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        const news = v.safeParse(newsSchema, data);
        if (news.success) listener(news.output);
      };
    },
    close: () => {
      channel.close();
      spaces.close();
    },
  };
}

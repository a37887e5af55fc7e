import { sameBytes } from "#wire/sameBytes.ts";
import type { VoiceStore } from "./MailboxStore.ts";
import { blob, type SqlDatabase, whole } from "./SqlDatabase.ts";

/** How many voices one answer lists: with the largest, about 1 MiB. */
const voicesInPage = 16;

/** Voices and their boxes, in statements that both databases run. */
export function sqlVoices({ run, transaction, forUpdate }: SqlDatabase): VoiceStore {
  return {
    putBox: (space, box, key, most) =>
      transaction(async (run) => {
        const [there] = await run("select space from voiceboxes where box = $1", box);
        if (there && !sameBytes(blob(there, "space"), space)) return "taken";
        const boxes = await run("select box from voiceboxes where space = $1", space);
        if (!there && boxes.length >= most) return "tooMany";
        await run(
          `insert into voiceboxes (box, space, key) values ($1, $2, $3)
           on conflict (box) do update set key = $3`,
          box,
          space,
          key,
        );
        return "kept";
      }),

    dropBox: async (space, box) => {
      await run("delete from voiceboxes where space = $1 and box = $2", space, box);
    },

    boxKey: async (box) => {
      const [row] = await run("select key from voiceboxes where box = $1", box);
      return row ? blob(row, "key") : null;
    },

    addVoice: (box, sealed, now, most) =>
      transaction(async (run) => {
        const [row] = await run("select space from voiceboxes where box = $1", box);
        if (!row) return "none";
        const space = blob(row, "space");
        const [counter] = await run(
          `select voices from spaces where space = $1${forUpdate}`,
          space,
        );
        if (!counter) return "none";
        const waiting = await run("select number from voices where space = $1", space);
        if (waiting.length >= most) return "full";
        const number = whole(counter, "voices") + 1;
        await run("update spaces set voices = $2 where space = $1", space, number);
        await run(
          "insert into voices (space, number, box, sealed, at) values ($1, $2, $3, $4, $5)",
          space,
          number,
          box,
          sealed,
          now,
        );
        return "kept";
      }),

    voicesAfter: async (space, after) => {
      const rows = await run(
        `select number, box, sealed from voices
         where space = $1 and number > $2 order by number limit ${voicesInPage}`,
        space,
        after,
      );
      return rows.map((row) => ({
        number: whole(row, "number"),
        box: blob(row, "box"),
        sealed: blob(row, "sealed"),
      }));
    },

    dropVoices: async (space, through) => {
      await run("delete from voices where space = $1 and number <= $2", space, through);
    },
  };
}

import { idText } from "#wire/idText.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { blob, type SqlDatabase, type SqlRun, whole } from "./SqlDatabase.ts";
import type { VoiceStore } from "./VoiceStore.ts";

/** How many voices one answer lists: with the largest, about 1 MiB. */
const voicesInPage = 16;

/** So many devices have to have read a voice before it may go although others have not. */
const enoughReaders = 2;

/** How far so many members' devices have read that any of a space's voices up to there may make room. */
async function readEnough(run: SqlRun, space: Uint8Array): Promise<number> {
  const readers = await run(
    `select read_through from voice_readers where space = $1
     order by read_through desc limit ${enoughReaders}`,
    space,
  );
  const last = readers[enoughReaders - 1];
  return last ? whole(last, "read_through") : 0;
}

async function waitingBytes(run: SqlRun, space: Uint8Array, box: Uint8Array): Promise<number> {
  const [row] = await run(
    "select coalesce(sum(length(sealed)), 0) as bytes from voices where space = $1 and box = $2",
    space,
    box,
  );
  return row ? whole(row, "bytes") : 0;
}

const dropThrough = "delete from voices where space = $1 and number <= $2";

/** Voices and their boxes, in statements that both databases run. */
export function sqlVoices({ run, transaction, forUpdate }: SqlDatabase): VoiceStore {
  return {
    putBox: (space, box, key, most, forAll) =>
      transaction(async (run) => {
        const [there] = await run("select space from voiceboxes where box = $1", box);
        if (there && !sameBytes(blob(there, "space"), space)) return "taken";
        const boxes = await run("select box from voiceboxes where space = $1", space);
        if (!there && boxes.length >= most) return "tooMany";
        await run(
          `insert into voiceboxes (box, space, key, for_all) values ($1, $2, $3, $4)
           on conflict (box) do update set key = $3, for_all = $4`,
          box,
          space,
          key,
          forAll ? 1 : 0,
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

    addVoice: (box, sealed, now, mostBytes) =>
      transaction(async (run) => {
        const [row] = await run("select space, for_all from voiceboxes where box = $1", box);
        if (!row) return "none";
        const space = blob(row, "space");
        const forAll = whole(row, "for_all");
        const [counter] = await run(
          `select voices from spaces where space = $1${forUpdate}`,
          space,
        );
        if (!counter) return "none";
        const room = mostBytes - sealed.length;
        if ((await waitingBytes(run, space, box)) > room) {
          const read = await readEnough(run, space);
          await run(`${dropThrough} and box = $3 and for_all = 0`, space, read, box);
          if ((await waitingBytes(run, space, box)) > room) return "full";
        }
        const number = whole(counter, "voices") + 1;
        await run("update spaces set voices = $2 where space = $1", space, number);
        await run(
          `insert into voices (space, number, box, sealed, at, for_all)
           values ($1, $2, $3, $4, $5, $6)`,
          space,
          number,
          box,
          sealed,
          now,
          forAll,
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
      await run(dropThrough, space, through);
    },

    readVoices: async (space, device, through, members) => {
      const mark = "select read_through from voice_readers where space = $1 and device = $2";
      const [before] = await run(mark, space, device);
      // Asked with every look: nothing is written where nothing is new.
      if (through === 0 || (before && whole(before, "read_through") >= through)) return;
      await transaction(async (run) => {
        const [counter] = await run(
          `select voices from spaces where space = $1${forUpdate}`,
          space,
        );
        // Nobody has read what is yet to come.
        const read = Math.min(through, counter ? whole(counter, "voices") : 0);
        await run(
          `insert into voice_readers (space, device, read_through) values ($1, $2, $3)
           on conflict (space, device) do update set read_through = $3`,
          space,
          device,
          read,
        );
        const present = new Set(members.map(idText));
        const readBy = new Map<string, number>();
        for (const row of await run(
          "select device, read_through from voice_readers where space = $1",
          space,
        )) {
          const reader = blob(row, "device");
          if (present.has(idText(reader))) readBy.set(idText(reader), whole(row, "read_through"));
          else {
            await run("delete from voice_readers where space = $1 and device = $2", space, reader);
          }
        }
        const all = [...present].map((member) => readBy.get(member) ?? 0);
        await run(dropThrough, space, Math.min(...all));
      });
    },
  };
}

import { createVoiceDoor } from "#app/workers/vault/spaces/voices/createVoiceDoor.ts";
import { ok } from "#base/Result.ts";
import { admit, openAnswer, readAnswers, wordsFor } from "#sync/admit.ts";
import { invite } from "#sync/invitations.ts";
import { answerLetter, joiningState, takeLetter } from "#sync/joinSpace.ts";
import type { InvitationLink } from "#sync/ports/SpaceCrypto.ts";
import { decodeFrames } from "#wire/decodeFrames.ts";
import type { Frame } from "#wire/Frame.ts";
import { idText } from "#wire/idText.ts";
import type { SimDevice } from "../SimDevice.ts";
import type { Attack } from "./Attack.ts";
import { answer, frameLie, type HostileStage } from "./HostileStage.ts";

/** Ben invites; gives what the link carries. */
async function invited({ ben }: HostileStage): Promise<InvitationLink> {
  const made = await invite(ben.space(), "member", "Ward");
  const read = made.ok ? ben.tools().crypto.readFragment(made.value.fragment) : made;
  if (!read.ok) throw new Error("no invitation");
  return read.value;
}

const taken = ({ way, bytes }: HostileStage, joiner: SimDevice, secret: InvitationLink) =>
  takeLetter(joiner.tools(), way, secret, bytes(16));

/** Somebody takes the letter and answers it; gives the six words that they see. */
async function joined(
  stage: HostileStage,
  joiner: SimDevice,
  secret: InvitationLink,
): Promise<readonly string[]> {
  const letter = await taken(stage, joiner, secret);
  if (!letter.ok) throw new Error(`no letter: ${JSON.stringify(letter.error)}`);
  const tools = joiner.tools();
  const keys = await tools.crypto.newDevice();
  const state = await joiningState(tools, letter.value, keys, joiner.name);
  await joiner.enter(state);
  const sent = await answerLetter(tools, stage.way, secret, keys, joiner.name);
  if (!sent.ok) throw new Error("not answered");
  return state.phase.type === "joining" ? state.phase.words : [];
}

const isAnswer = ({ path }: { readonly path: string }) => path.endsWith("/answer");
const sealedIn = (body: Uint8Array): Uint8Array => {
  const frames = decodeFrames(body);
  const found = frames.ok ? frames.value.find(({ type }) => type === "answer") : undefined;
  return found?.type === "answer" ? new Uint8Array(found.sealed) : new Uint8Array();
};

/** Shows these sealed answers to an invitation in place of the true ones. */
const showAnswer = ({ invitation }: InvitationLink, sealed: Uint8Array) =>
  frameLie((frames) =>
    frames.map(
      (frame): Frame =>
        frame.type === "answers" ? { ...frame, answers: [{ invitation, sealed }] } : frame,
    ),
  );

/** Lies while somebody is invited and joins. */
export const joinAttacks: readonly Attack[] = [
  {
    name: "changes the letter of an invitation, or gives another's",
    rules: "J2",
    told: ["BadLetter"],
    play: async (stage) => {
      const { below } = stage.dice;
      const dora = await stage.newcomer("Dora 3");
      const [secret, other] = [await invited(stage), await invited(stage)];
      let theirs = new Uint8Array();
      stage.lie(async (_order, honest) => {
        const answered = await honest();
        if (answered.ok) theirs = new Uint8Array(answered.value.body);
        return answered;
      });
      await taken(stage, dora, other);
      stage.lie(async (_order, honest) => {
        const answered = await honest();
        if (!answered.ok) return answered;
        const { status, body } = answered.value;
        const at = below(body.length);
        const changed = body.map((byte, place) => (place === at ? byte ^ (1 << below(8)) : byte));
        return ok({ status, body: below(2) === 0 ? theirs : changed });
      });
      const letter = await taken(stage, dora, secret);
      return { accepted: letter.ok, seen: new Set(letter.ok ? [] : [letter.error.type]) };
    },
  },
  {
    name: "swaps a joiner's keys for its own",
    rules: "J3",
    told: ["NothingToAdmit"],
    play: async (stage) => {
      const { ben } = stage;
      const { crypto } = ben.tools();
      const dora = await stage.newcomer("Dora 3");
      const secret = await invited(stage);
      await joined(stage, dora, secret);
      // It knows the invitation's number, not its secret.
      const guess = { ...crypto.newInvitation(), invitation: secret.invitation };
      let forged = new Uint8Array();
      const own = await crypto.newDevice();
      await answerLetter(
        ben.tools(),
        {
          ...stage.way,
          send: async (order) => {
            forged = new Uint8Array(sealedIn(order.body));
            return answer();
          },
        },
        guess,
        own,
        "Dora",
      );
      stage.lie(showAnswer(secret, forged));
      await readAnswers(ben.space());
      const admitted = await admit(ben.space(), secret.invitation);
      const isIn = ben.space().membership?.members.has(idText(own.keys.signing)) ?? false;
      return {
        accepted: admitted.ok || isIn,
        seen: new Set(admitted.ok ? [] : [admitted.error.type]),
      };
    },
  },
  {
    name: "lets somebody with a copied link answer in the joiner's place",
    rules: "J4",
    told: ["other words"],
    play: async (stage) => {
      const { ben } = stage;
      const [dora, eve] = [await stage.newcomer("Dora 3"), await stage.newcomer("Eve 4")];
      const secret = await invited(stage);
      let letter = new Uint8Array();
      stage.lie(async (order, honest) => {
        // The letter is given to both, and what Eve answers stands where Dora's answer was.
        if (order.path.endsWith("/take") && letter.length > 0) {
          return ok({ status: 200, body: letter });
        }
        const answered = isAnswer(order) ? answer() : await honest();
        if (order.path.endsWith("/take") && answered.ok) {
          letter = new Uint8Array(answered.value.body);
        }
        return answered;
      });
      const words = await joined(stage, dora, secret);
      let sealed = new Uint8Array();
      const { way } = stage;
      const listening: HostileStage = {
        ...stage,
        way: {
          ...way,
          send: (order) => {
            if (isAnswer(order)) sealed = new Uint8Array(sealedIn(order.body));
            return way.send(order);
          },
        },
      };
      await joined(listening, eve, secret);
      stage.lie(showAnswer(secret, sealed));
      await readAnswers(ben.space());
      const kept = ben
        .space()
        .state.invitations.find(
          ({ invitation }) => idText(invitation) === idText(secret.invitation),
        );
      const opened = kept && (await openAnswer(ben.space(), kept));
      if (!opened) throw new Error("Eve's answer holds: she has the link");
      const shown = await wordsFor(ben.space(), opened);
      const isSame = shown.join() === words.join();
      return { accepted: isSame, seen: new Set(isSame ? [] : ["other words"]) };
    },
  },
  {
    name: "brings another answer to a used invitation",
    rules: "J3, M2",
    told: ["NothingToAdmit"],
    play: async (stage) => {
      const { ben } = stage;
      const [dora, eve] = [await stage.newcomer("Dora 3"), await stage.newcomer("Eve 4")];
      const secret = await invited(stage);
      const keys = await eve.tools().crypto.newDevice();
      let sealed = new Uint8Array();
      const copying = {
        ...stage.way,
        send: async (order: Parameters<typeof stage.way.send>[0]) => {
          sealed = new Uint8Array(sealedIn(order.body));
          return answer();
        },
      };
      await answerLetter(eve.tools(), copying, secret, keys, "Eve");
      await joined(stage, dora, secret);
      await readAnswers(ben.space());
      const first = await admit(ben.space(), secret.invitation);
      if (!first.ok) throw new Error("Dora is let in");
      stage.lie(showAnswer(secret, sealed));
      await readAnswers(ben.space());
      const second = await admit(ben.space(), secret.invitation);
      const isIn = ben.space().membership?.members.has(idText(keys.keys.signing)) ?? false;
      return { accepted: second.ok || isIn, seen: new Set(second.ok ? [] : [second.error.type]) };
    },
  },
  {
    name: "shows a joiner another log of members, or an older one",
    rules: "D2, M5, J2",
    told: ["Forked"],
    play: async (stage) => {
      const { ben, dice } = stage;
      const dora = await stage.newcomer("Dora 3");
      const secret = await invited(stage);
      await joined(stage, dora, secret);
      await readAnswers(ben.space());
      await admit(ben.space(), secret.invitation);
      const eve = await stage.otherTeam();
      const shown = dice.below(2) === 0 ? eve.space().state.log : ben.space().state.log.slice(0, 1);
      stage.lie(
        frameLie((frames, { path }) =>
          frames.map((frame): Frame => {
            if (frame.type !== "members") return frame;
            return { ...frame, entries: path.endsWith("after=0") ? shown : [] };
          }),
        ),
      );
      const done = await dora.exchange();
      const isIn = dora.space().state.phase.type === "open";
      return { accepted: isIn, seen: new Set(done.ok ? [] : [done.error.type]) };
    },
  },
  {
    name: "shows a joiner members without end",
    rules: "M2",
    told: ["Forked"],
    play: async (stage) => {
      const { ben } = stage;
      const dora = await stage.newcomer("Dora 3");
      const secret = await invited(stage);
      await joined(stage, dora, secret);
      await readAnswers(ben.space());
      await admit(ben.space(), secret.invitation);
      const { log } = ben.space().state;
      let pages = 0;
      stage.lie(
        frameLie((frames, { path }) =>
          frames.map((frame): Frame => {
            if (frame.type !== "members" || !path.includes("after=")) return frame;
            pages += 1;
            if (pages > 50) throw new Error("the joiner reads without end");
            return { ...frame, entries: log };
          }),
        ),
      );
      const done = await dora.exchange();
      const isIn = dora.space().state.phase.type === "open";
      return { accepted: isIn, seen: new Set(done.ok ? [] : [done.error.type]) };
    },
  },
  {
    name: "asks another question on the page for voices",
    rules: "Q2, K4 of src/crypto/SPEC.md",
    told: ["NotAVoiceLink"],
    play: async (stage) => {
      const { crypto } = stage.ben.tools();
      const [box, key] = [stage.bytes(16), stage.bytes(32)];
      const link = `http://sim.invalid/voice#v1.${idText(box)}.${idText(key)}`;
      const own = { invitation: box, secret: stage.bytes(32) };
      const page = { version: 1, team: "Ward", question: "Your password?", thanks: [] };
      const question = new TextEncoder().encode(JSON.stringify(page));
      const sealed = await crypto.sealPaper("voice page", own, question);
      stage.lie(async () => ok({ status: 200, body: sealed }));
      const opened = await createVoiceDoor(() => stage.way).open(link);
      return { accepted: opened.ok, seen: new Set(opened.ok ? [] : [opened.error.type]) };
    },
  },
];

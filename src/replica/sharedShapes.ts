import type { Answer, Voice } from "#core/space/ReceivedRecord.ts";
import type { Excerpt, SharedProposal } from "#core/space/SharedProposal.ts";
import type {
  Ask,
  Comment,
  MemberName,
  PublicThanks,
  SpaceFacts,
  Thanks,
  VoiceBox,
} from "#core/space/SharedRecord.ts";
import { set, text, value } from "./plainShapes.ts";
import { proposalGroups } from "./proposalGroups.ts";
import type { Shape } from "./Shape.ts";

const ends = { createdAt: value, editedAt: value, deletedAt: value };
const shared = { kind: value, id: value, space: value, by: value, ...ends, editedBy: value };
const received = { kind: value, id: value, space: value, ...ends };

const excerpt = {
  id: value,
  under: value,
  text: value,
  happenedAt: value,
  by: value,
} satisfies Record<keyof Excerpt, Shape>;

const publicThanks = {
  id: value,
  voice: value,
  text: value,
  by: value,
  at: value,
} satisfies Record<keyof PublicThanks, Shape>;

/** How every field of every kind of record of a space merges. */
export const sharedShapes = {
  "space-facts": { ...shared, name: value, answerBox: value } satisfies Record<
    keyof SpaceFacts,
    Shape
  >,
  "member-name": { ...shared, name: value } satisfies Record<keyof MemberName, Shape>,
  "shared-proposal": {
    ...shared,
    source: value,
    title: text,
    changeKind: value,
    stage: value,
    problem: text,
    idea: text,
    ...proposalGroups,
    excerpts: { type: "items", keyBy: "id", fields: excerpt },
    authors: set,
    voices: set,
    hidden: set,
    // One that is taken out must not come back with another's place in the list.
    rewritings: { type: "atoms", keyBy: ["by", "part", "n"], isUnordered: true },
    withdrawnAt: value,
  } satisfies Record<keyof SharedProposal, Shape>,
  comment: { ...shared, about: value, replyTo: value, text } satisfies Record<keyof Comment, Shape>,
  thanks: { ...shared, about: value, to: value, text } satisfies Record<keyof Thanks, Shape>,
  ask: { ...shared, words: text, isOpen: value } satisfies Record<keyof Ask, Shape>,
  "voice-box": {
    ...shared,
    takes: value,
    publicKey: value,
    secretKey: value,
    question: text,
    thanks: { type: "items", keyBy: "id", fields: publicThanks },
    isOpen: value,
  } satisfies Record<keyof VoiceBox, Shape>,
  // Several devices may take the same voice in at once: its words are one value, or they would stand twice.
  voice: {
    ...received,
    box: value,
    text: value,
    name: value,
    from: value,
    asideAt: value,
  } satisfies Record<keyof Voice, Shape>,
  answer: { ...received, ask: value, says: value, serial: value } satisfies Record<
    keyof Answer,
    Shape
  >,
};

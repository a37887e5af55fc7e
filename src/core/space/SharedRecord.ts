import * as v from "valibot";
import { instantSchema } from "#core/instantSchema.ts";
import { memberIdSchema, sharedIdSchema } from "./identifiers.ts";
import { type SharedProposal, sharedProposalSchema } from "./SharedProposal.ts";
import { sharedEnd, sharedStart } from "./sharedFields.ts";

const text = v.string();

/** What a space is called. Its id is that of the space: there is one. */
export const spaceFactsSchema = v.object({
  kind: v.literal("space-facts"),
  ...sharedStart,
  name: text,
  /** Where unnamed answers to asks go; null among one's own devices. */
  answerBox: v.nullable(sharedIdSchema),
  ...sharedEnd,
});
/** What a member is called in this space. Its id is the member's, and only that member's device writes it. */
export const memberNameSchema = v.object({
  kind: v.literal("member-name"),
  ...sharedStart,
  name: text,
  ...sharedEnd,
});
/** A remark on a shared proposal, a voice or an ask (`about`), or a reply to one (`replyTo`): replies have no replies. */
export const commentSchema = v.object({
  kind: v.literal("comment"),
  ...sharedStart,
  about: sharedIdSchema,
  replyTo: v.nullable(sharedIdSchema),
  text,
  ...sharedEnd,
});
/** Thanks, for something (`about`), for somebody (`to`), or for anything. */
export const thanksSchema = v.object({
  kind: v.literal("thanks"),
  ...sharedStart,
  about: v.nullable(sharedIdSchema),
  to: v.nullable(memberIdSchema),
  text,
  ...sharedEnd,
});
/** "Does this keep coming back for you?" in the asker's own words; answers are unnamed. */
export const askSchema = v.object({
  kind: v.literal("ask"),
  ...sharedStart,
  words: text,
  isOpen: v.boolean(),
  ...sharedEnd,
});
/** What the team says to everybody who opens a voice link, in answer to a voice. */
export const publicThanksSchema = v.object({
  id: v.string(),
  /** The voice that it answers: known in the team only. */
  voice: sharedIdSchema,
  text,
  by: memberIdSchema,
  at: instantSchema,
});
export type PublicThanks = Readonly<v.InferOutput<typeof publicThanksSchema>>;

/** Where voices are taken in: its keys open what was sealed to it. One that is closed takes no more. */
export const voiceBoxSchema = v.object({
  kind: v.literal("voice-box"),
  ...sharedStart,
  /** Voices from outside, or unnamed answers to asks: of the latter there is one in a space. */
  takes: v.picklist(["voices", "answers"]),
  /** X25519 keys, base64url. The secret one is known to every member, and to nobody else. */
  publicKey: text,
  secretKey: text,
  /** What the page says above its field. */
  question: text,
  /** What the page says under it. */
  thanks: v.pipe(v.array(publicThanksSchema), v.readonly()),
  isOpen: v.boolean(),
  ...sharedEnd,
});

/** What a member answered to an ask; who, nobody is told. */
export const answerSays = v.picklist(["often", "sometimes", "never"]);

/** Records that members write. */
export const writtenSharedSchemas = [
  spaceFactsSchema,
  memberNameSchema,
  sharedProposalSchema,
  commentSchema,
  thanksSchema,
  askSchema,
  voiceBoxSchema,
] as const;

export type SpaceFacts = Readonly<v.InferOutput<typeof spaceFactsSchema>>;
export type MemberName = Readonly<v.InferOutput<typeof memberNameSchema>>;
export type Comment = Readonly<v.InferOutput<typeof commentSchema>>;
export type Thanks = Readonly<v.InferOutput<typeof thanksSchema>>;
export type Ask = Readonly<v.InferOutput<typeof askSchema>>;
export type VoiceBox = Readonly<v.InferOutput<typeof voiceBoxSchema>>;
export type SharedRecord =
  | SpaceFacts
  | MemberName
  | SharedProposal
  | Comment
  | Thanks
  | Ask
  | VoiceBox;

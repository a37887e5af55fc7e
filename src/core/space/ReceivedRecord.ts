import * as v from "valibot";
import { instantSchema } from "#core/instantSchema.ts";
import { sharedIdSchema, spaceIdSchema } from "./identifiers.ts";
import { answerSays } from "./SharedRecord.ts";

const received = { id: sharedIdSchema, space: spaceIdSchema };
const end = {
  createdAt: instantSchema,
  editedAt: instantSchema,
  deletedAt: v.nullable(instantSchema),
};

/** Who a voice comes from, as its writer chose to say. */
export const voiceFromSchema = v.picklist(["patient", "carer", "community"]);
export type VoiceFrom = v.InferOutput<typeof voiceFromSchema>;

/**
 * What a patient, carer or community member wrote through a link: nobody of the team can change its
 * words. Its id is a hash of the sealed bytes, so that each device gives it the same one.
 */
export const voiceSchema = v.object({
  kind: v.literal("voice"),
  ...received,
  /** The voice box it was sealed to. */
  box: sharedIdSchema,
  text: v.string(),
  /** What the writer wants to be called; empty for unnamed. */
  name: v.string(),
  /** Null: not said. */
  from: v.nullable(voiceFromSchema),
  /** The team has set it aside; null: it has not. */
  asideAt: v.nullable(instantSchema),
  ...end,
});
/** An unnamed answer to an ask. Its id is a token that only its writer's device can make again, to change its mind. */
export const answerSchema = v.object({
  kind: v.literal("answer"),
  ...received,
  ask: sharedIdSchema,
  says: answerSays,
  /** How often its writer's device has answered this ask: a lower one never takes the place of a higher. */
  serial: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0)), 0),
  ...end,
});

/**
 * What reaches a space sealed but unsigned, so that nobody inside can tell who sent it. A voice is
 * carried on inside the space, so that who joins later reads it too. Of an answer each device keeps its
 * own copy: who sent it on could be taken for who gave it.
 */
export type Voice = Readonly<v.InferOutput<typeof voiceSchema>>;
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;
export const receivedSchemas = [voiceSchema, answerSchema] as const;

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

/** What a patient, carer or community member wrote through a link: nobody of the team can change it. */
export const voiceSchema = v.object({
  kind: v.literal("voice"),
  ...received,
  /** The voice box it was sealed to. */
  box: sharedIdSchema,
  text: v.string(),
  /** What the writer wants to be called; empty for unnamed. */
  name: v.string(),
  ...end,
});
/** An unnamed answer to an ask. Its id is a token that only its writer's device can make again, to change its mind. */
export const answerSchema = v.object({
  kind: v.literal("answer"),
  ...received,
  ask: sharedIdSchema,
  says: answerSays,
  ...end,
});

/**
 * What reaches a space sealed but unsigned, so that nobody inside can tell who sent it. Each device
 * keeps its own copy; it is never sent on.
 */
export type Voice = Readonly<v.InferOutput<typeof voiceSchema>>;
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;
export const receivedSchemas = [voiceSchema, answerSchema] as const;

import * as v from "valibot";
import { idSchema, type ProposalId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";
import { proposalSchema } from "#core/proposal/Proposal.ts";
import { memberIdSchema, sharedIdSchema } from "./identifiers.ts";
import { sharedEnd, sharedStart } from "./sharedFields.ts";

const text = v.string();

/**
 * Words that somebody chose to show with a proposal: a copy, with when they were written, and no way
 * back to the journal they came from. A withdrawn one keeps its place with empty `text`.
 */
export const excerptSchema = v.object({
  id: v.string(),
  /** Under which question of the proposal it stands. */
  under: v.picklist(["problem", "idea"]),
  text,
  happenedAt: v.nullable(instantSchema),
  by: memberIdSchema,
});
export type Excerpt = Readonly<v.InferOutput<typeof excerptSchema>>;

/** Marks of sentences (`sentenceMark`), apart by a blank: never words. */
const marksPattern = /^(?:[0-9a-v]{2}(?: [0-9a-v]{2})*)?$/;

/**
 * How somebody worded a sentence: marks of the sentences that it began from, and what they left. Who
 * words it again takes on its marks. Nobody proves `by`, so it is not shown.
 */
export const rewritingSchema = v.object({
  by: memberIdSchema,
  /** Which text of the proposal, as `proposalTexts` names it. */
  part: v.string(),
  /** Their own count of rewritings of this text, and how far each other's had got that they saw. */
  n: v.optional(v.number(), 0),
  saw: v.optional(v.pipe(v.record(v.string(), v.number()), v.readonly()), {}),
  was: text,
  /** Empty where they took the sentence out, and where somebody wrote on since: nothing lingers here. */
  now: text,
});
export type Rewriting = Readonly<v.InferOutput<typeof rewritingSchema>>;

/** More than anybody writes: a count that somebody pushed up must not stop others from counting on. */
const mostRewritings = 1e9;

/** Those of an earlier version, which kept the words themselves in `was`, are dropped as they are read. */
const rewritingsSchema = v.pipe(
  v.array(rewritingSchema),
  v.transform((all) => all.filter(({ was, n }) => marksPattern.test(was) && n <= mostRewritings)),
  v.readonly(),
);

const { cause, involvement, known, people, resources, time, money, worries, governance } =
  proposalSchema.entries;

/** A proposal that a team works on together: the fields of `Proposal`, as copied when it was shared. */
export const sharedProposalSchema = v.object({
  kind: v.literal("shared-proposal"),
  ...sharedStart,
  /** The private proposal it was copied from, by its random id: only its writer's journal knows it. */
  source: v.nullable(idSchema<ProposalId>()),
  title: text,
  changeKind: proposalSchema.entries.changeKind,
  stage: proposalSchema.entries.stage,
  problem: text,
  cause,
  involvement,
  idea: text,
  known,
  people,
  resources,
  time,
  money,
  worries,
  governance,
  excerpts: v.pipe(v.array(excerptSchema), v.readonly()),
  /** Who writes it together; the first is who shared it. */
  authors: v.pipe(v.array(memberIdSchema), v.readonly()),
  /** Voices of patients, carers or others that it answers. */
  voices: v.pipe(v.array(sharedIdSchema), v.readonly()),
  /** Remarks on it that somebody hid: their words stay, and are shown to whoever said them. */
  hidden: v.optional(v.pipe(v.array(sharedIdSchema), v.readonly()), []),
  /** Who worded which sentence, not knowing of whose: so two who wrote the same one apart are noticed. */
  rewritings: v.optional(rewritingsSchema, []),
  /** Withdrawn by who shared it: its words are gone from then on. */
  withdrawnAt: v.nullable(instantSchema),
  ...sharedEnd,
});
export type SharedProposal = Readonly<v.InferOutput<typeof sharedProposalSchema>>;

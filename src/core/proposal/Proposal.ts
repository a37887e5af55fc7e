import * as v from "valibot";
import { type EntryId, idSchema, type ProposalId, type ThemeId } from "#core/identifiers.ts";
import { instantSchema } from "#core/instantSchema.ts";
import { measuringSchema, nothingMeasured } from "#core/measure/Measuring.ts";

/** What kind of change it is (E1, E4), or not said. */
export const proposalKindSchema = v.picklist([
  "unsaid",
  "behaviour",
  "way-of-working",
  "role",
  "culture",
  "kit",
  "technology",
  "stop-doing",
]);
export type ProposalKind = v.InferOutput<typeof proposalKindSchema>;

/** Creating, Developing, Adopted, Diffused (E5), shown as Draft, Trying, In use, Shared; or resting. */
export const stageSchema = v.picklist(["creating", "developing", "adopted", "diffused", "resting"]);
export type Stage = v.InferOutput<typeof stageSchema>;

/**
 * Words of the person's own, copied from one entry into a field, with where they stood.
 * `start` and `end` are UTF-16 offsets in `entryText` at the time of copying.
 */
export const quoteSchema = v.object({
  entry: idSchema<EntryId>(),
  text: v.string(),
  start: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  end: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** When the entry happened, to show "from 19 November" without opening it; null where nobody said. */
  happenedAt: v.nullable(instantSchema),
});
export type Quote = Readonly<v.InferOutput<typeof quoteSchema>>;

/** A free-text answer with the quotes that it was started from. */
export const answerSchema = v.object({
  text: v.string(),
  quotes: v.pipe(v.array(quoteSchema), v.readonly()),
});
export type Answer = Readonly<v.InferOutput<typeof answerSchema>>;

/** Someone who helps, by role or name as the person likes, and what they bring (B10–12). `id` is random. */
export const supporterSchema = v.object({
  id: v.string(),
  who: v.string(),
  part: v.picklist(["lead", "co-lead", "supporter", "sponsor"]),
  brings: v.string(),
});
export type Supporter = Readonly<v.InferOutput<typeof supporterSchema>>;

const text = v.string();

/**
 * A draft improvement: domain.md section 7, fields 1 to 9, 12 and 16. Only the title is needed;
 * everything else may stay empty and is then left out of exports.
 */
export const proposalSchema = v.object({
  kind: v.literal("proposal"),
  id: idSchema<ProposalId>(),
  title: text,
  changeKind: proposalKindSchema,
  stage: stageSchema,
  theme: v.nullable(idSchema<ThemeId>()),
  /** Field 2: what keeps happening. `linkedEntries` is how many reflections stand behind it. */
  problem: answerSchema,
  linkedEntries: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Field 3 (B9, C1). */
  cause: v.object({ servedWorst: text, gains: text, couldLose: text }),
  /** Field 4 (A8, E17). */
  involvement: v.object({ heard: text, part: text, thanks: text }),
  /** Field 5 (E7, E15). */
  idea: answerSchema,
  known: v.object({
    triedHere: text,
    evidence: text,
    scope: v.picklist(["unsaid", "local", "wider"]),
  }),
  /** Field 6 (B10–12, D4, D9). */
  people: v.object({
    supporters: v.pipe(v.array(supporterSchema), v.readonly()),
    missingVoice: text,
    sponsorAsk: text,
  }),
  /** Field 7 (B5, B13). */
  resources: v.object({
    people: text,
    time: text,
    space: text,
    kit: text,
    goodwill: text,
    gaps: text,
  }),
  /** Field 8 (A13). */
  time: v.object({ hours: text, whose: text, agreedBy: text, until: text }),
  /** Field 9, last on purpose (A14–18). */
  money: v.object({
    type: v.picklist(["unsaid", "none", "in-kind", "small", "pooled"]),
    amount: text,
    contributors: text,
    horizon: text,
    mayChange: text,
    report: text,
  }),
  /** Field 12 (B4, D3). */
  worries: v.object({
    said: text,
    sources: v.pipe(
      v.array(v.picklist(["fear", "workload", "rules", "past-reforms", "indifference"])),
      v.readonly(),
    ),
    teaches: text,
    reply: text,
  }),
  /** Field 16. */
  governance: v.object({
    projectType: v.picklist([
      "unsaid",
      "service-improvement",
      "evaluation",
      "audit",
      "research",
      "unsure",
    ]),
    registration: text,
    checks: text,
  }),
  /** Measures for fields 10 and 11, always optional; proposals from before there were charts have none. */
  measuring: v.optional(measuringSchema, nothingMeasured),
  createdAt: instantSchema,
  editedAt: instantSchema,
  deletedAt: v.nullable(instantSchema),
});
export type Proposal = Readonly<v.InferOutput<typeof proposalSchema>>;

import type { Entry, EntryPart } from "#core/entry/Entry.ts";
import type { Preferences } from "#core/preferences/Preferences.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { RecordKind } from "#core/record/JournalRecord.ts";
import type { ModelPart, OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { measuring } from "./measuringShape.ts";
import { group, set, text, value } from "./plainShapes.ts";
import { proposalGroups } from "./proposalGroups.ts";
import type { Fields, Shape } from "./Shape.ts";
import { sharedShapes } from "./sharedShapes.ts";

const answer = group({ text, quotes: { type: "atoms", keyBy: ["entry", "start", "end"] } });

const kept = { kind: value, id: value, createdAt: value, editedAt: value, deletedAt: value };

const entryPart = { part: value, label: value, text } satisfies Record<keyof EntryPart, Shape>;
const modelPart = { part: value, title: text, prompt: text } satisfies Record<
  keyof ModelPart,
  Shape
>;
const entry = {
  ...kept,
  model: value,
  parts: { type: "items", keyBy: "part", fields: entryPart },
  happened: value,
  feeling: value,
  tags: set,
  setting: value,
  roles: set,
  forAppraisal: value,
  origin: value,
} satisfies Record<keyof Entry, Shape>;

const theme = {
  ...kept,
  name: value,
  members: { type: "atoms", keyBy: ["entry"] },
  takenOut: set,
  dismissedAt: value,
  promptAnsweredAt: value,
} satisfies Record<keyof Theme, Shape>;

const judgement = {
  ...kept,
  entry: value,
  earlier: value,
  verdict: value,
} satisfies Record<keyof Judgement, Shape>;

const proposal = {
  ...kept,
  title: text,
  changeKind: value,
  stage: value,
  theme: value,
  problem: answer,
  linkedEntries: value,
  ...proposalGroups,
  idea: answer,
  measuring,
} satisfies Record<keyof Proposal, Shape>;

const model = {
  ...kept,
  name: text,
  parts: { type: "items", keyBy: "part", fields: modelPart },
} satisfies Record<keyof OwnModel, Shape>;

const preferences = {
  ...kept,
  lockMinutes: value,
  reminders: value,
} satisfies Record<keyof Preferences, Shape>;

/** How every field of every kind of record merges. A field that a record gains has to be given a shape here. */
export const recordShapes: Readonly<Record<RecordKind, Fields>> = {
  entry,
  theme,
  judgement,
  proposal,
  model,
  preferences,
  ...sharedShapes,
};

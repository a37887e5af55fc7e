import type { Entry, EntryPart } from "#core/entry/Entry.ts";
import type { Preferences } from "#core/preferences/Preferences.ts";
import type { Proposal, Supporter } from "#core/proposal/Proposal.ts";
import type { RecordKind } from "#core/record/JournalRecord.ts";
import type { ModelPart, OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import type { Fields, Shape } from "./Shape.ts";

const value = { type: "value" } as const satisfies Shape;
const text = { type: "text" } as const satisfies Shape;
const set = { type: "atoms", keyBy: [] } as const satisfies Shape;
const group = <Name extends string>(fields: Record<Name, Shape>): Shape => ({
  type: "group",
  fields,
});
const answer = group({ text, quotes: { type: "atoms", keyBy: ["entry", "start", "end"] } });

const kept = { kind: value, id: value, createdAt: value, editedAt: value, deletedAt: value };

const entryPart = { part: value, label: value, text } satisfies Record<keyof EntryPart, Shape>;
const modelPart = { part: value, title: text, prompt: text } satisfies Record<
  keyof ModelPart,
  Shape
>;
const supporter = { id: value, who: text, part: value, brings: text } satisfies Record<
  keyof Supporter,
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
  cause: group<keyof Proposal["cause"]>({ servedWorst: text, gains: text, couldLose: text }),
  involvement: group<keyof Proposal["involvement"]>({ heard: text, part: text, thanks: text }),
  idea: answer,
  known: group<keyof Proposal["known"]>({ triedHere: text, evidence: text, scope: value }),
  people: group<keyof Proposal["people"]>({
    supporters: { type: "items", keyBy: "id", fields: supporter },
    missingVoice: text,
    sponsorAsk: text,
  }),
  resources: group<keyof Proposal["resources"]>({
    people: text,
    time: text,
    space: text,
    kit: text,
    goodwill: text,
    gaps: text,
  }),
  time: group<keyof Proposal["time"]>({ hours: text, whose: text, agreedBy: text, until: text }),
  money: group<keyof Proposal["money"]>({
    type: value,
    amount: text,
    contributors: text,
    horizon: text,
    mayChange: text,
    report: text,
  }),
  worries: group<keyof Proposal["worries"]>({
    said: text,
    sources: set,
    teaches: text,
    reply: text,
  }),
  governance: group<keyof Proposal["governance"]>({
    projectType: value,
    registration: text,
    checks: text,
  }),
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
};

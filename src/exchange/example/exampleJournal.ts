import { type Instant, instant } from "#base/Clock.ts";
import { newId } from "#base/newId.ts";
import type { Random } from "#base/Random.ts";
import type { Entry, Happened } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import type { BatchId, EntryId, JudgementId, ProposalId, ThemeId } from "#core/identifiers.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import { startProposal } from "#core/proposal/startProposal.ts";
import { withQuote } from "#core/proposal/withQuote.ts";
import type { JournalRecord } from "#core/record/JournalRecord.ts";
import { builtInModels, freePage } from "#core/reflection/builtInModels.ts";
import { makeTheme } from "#core/theme/makeTheme.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { comingBack } from "./comingBack.ts";
import type { ExampleEntry, ExampleThread } from "./ExampleEntry.ts";
import { oneOffs } from "./oneOffs.ts";
import { waitingMinutes } from "./waitingMinutes.ts";

/** The sentence that the draft proposal's idea starts from; it stands in one of the entries. */
const ideaSentence = "When the TTOs are done at the round the whole afternoon is calmer.";

/** Local time of a day before `now`; noon where only the day is known. */
function happenedAt({ daysAgo, time }: ExampleEntry, now: Instant): Happened {
  const [hour = "12", minute = "0"] = (time ?? "12:0").split(":");
  const moment = new Date(now);
  moment.setDate(moment.getDate() - daysAgo);
  moment.setHours(Number(hour), Number(minute), 0, 0);
  return { at: instant(moment.getTime()), precision: time === undefined ? "day" : "minute" };
}

function partsOf(example: ExampleEntry): Entry["parts"] {
  const { text, parts = {} } = example;
  if (text !== undefined) return [{ part: `${freePage.id}.${freePage.opening}`, label: "", text }];
  const model = builtInModels.find(({ id }) => id === example.model);
  return (model?.parts ?? [])
    .filter((key) => parts[key] !== undefined)
    .map((key) => ({ part: `${model?.id}.${key}`, label: "", text: parts[key] ?? "" }));
}

function entryOf(example: ExampleEntry, id: EntryId, batch: BatchId, now: Instant): Entry {
  const happened = happenedAt(example, now);
  return {
    kind: "entry",
    id,
    model: builtInModels.find((model) => model.id === example.model)?.id ?? freePage.id,
    parts: partsOf(example),
    happened,
    feeling: example.feeling,
    tags: example.tags ?? [],
    setting: example.setting ?? "",
    roles: example.roles ?? [],
    forAppraisal: example.forAppraisal ?? false,
    origin: { type: "example", batch },
    createdAt: happened.at,
    editedAt: happened.at,
    deletedAt: null,
  };
}

/** A theme as it comes about: each entry was said to be the same thing as the one before it. */
function linked(entries: readonly Entry[], name: string, random: Random) {
  const inOrder = [...entries].sort((a, b) => a.happened.at - b.happened.at);
  const [first] = inOrder;
  const theme: Theme = {
    ...makeTheme({
      id: newId(random) as ThemeId,
      entries: inOrder.map((entry) => entry.id),
      how: "said",
      at: first?.happened.at ?? instant(0),
    }),
    name,
  };
  const members = inOrder.map(({ id, happened }) => ({
    entry: id,
    how: "said" as const,
    at: happened.at,
  }));
  const judgements = inOrder.slice(1).map((entry, index): Judgement => {
    const earlier = inOrder[index] ?? entry;
    return {
      kind: "judgement",
      id: newId(random) as JudgementId,
      entry: entry.id,
      earlier: earlier.id,
      verdict: "same",
      createdAt: entry.happened.at,
      editedAt: entry.happened.at,
      deletedAt: null,
    };
  });
  return { theme: { ...theme, members }, judgements };
}

/** The draft of the theme on discharge medicines, made of sentences from its entries. */
function draftOf(entries: readonly Entry[], theme: Theme, now: Instant, random: Random): Proposal {
  const started = startProposal({
    id: newId(random) as ProposalId,
    theme: theme.id,
    title: "TTOs written at the round, not after",
    entries,
    linkedEntries: entries.length,
    terms: ["TTOs", "TTO", "discharge", "medicines", "pharmacy", "waiting"],
    now,
  });
  const draft = { ...started, measuring: waitingMinutes(now, random) };
  const source = entries.find((entry) => entryText(entry).includes(ideaSentence));
  if (!source) return draft;
  const start = entryText(source).indexOf(ideaSentence);
  const quote = {
    entry: source.id,
    text: ideaSentence,
    start,
    end: start + ideaSentence.length,
    happenedAt: source.happened.at,
  };
  return { ...draft, idea: withQuote(draft.idea, quote) };
}

/**
 * Some sixty made-up entries of a nurse over the year before `now`, none of them about anyone, each
 * marked as an example of `batch`; two themes that were linked, and a draft proposal from one of them.
 * Other things come back in them, too, for a reminder to find.
 */
export function exampleJournal(
  batch: BatchId,
  now: Instant,
  random: Random,
): readonly JournalRecord[] {
  const all = [...comingBack, ...oneOffs].map((example) => ({
    thread: example.thread,
    entry: entryOf(example, newId(random) as EntryId, batch, now),
  }));
  const about = (thread: ExampleThread): readonly Entry[] =>
    all.filter((each) => each.thread === thread).map((each) => each.entry);
  const medicines = linked(about("medicines"), "Waiting for discharge medicines", random);
  const obs = linked(about("obs"), "One obs machine between us", random);
  // Its question on Today was answered by the proposal; that of the machine is still to be asked.
  const answered: Theme = { ...medicines.theme, promptAnsweredAt: now };
  return [
    ...all.map((each) => each.entry),
    answered,
    obs.theme,
    ...medicines.judgements,
    ...obs.judgements,
    draftOf(about("medicines"), answered, now, random),
  ];
}

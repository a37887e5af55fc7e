import { instant } from "#base/Clock.ts";
import type { Entry, Feeling } from "#core/entry/Entry.ts";
import type { ProposalId, ThemeId } from "#core/identifiers.ts";
import { blankProposal } from "#core/proposal/blankProposal.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { madeUpEntry } from "../../madeUp/madeUpEntry.ts";

/** A day of 2026 at noon, by the device's clock. */
export const dayOf2026 = (month: number, day: number) =>
  instant(new Date(2026, month - 1, day, 12).getTime());

/** A kept entry of one part. */
export const entry = (
  id: string,
  text: string,
  at: Entry["createdAt"],
  feeling: Feeling = "got-in-the-way",
): Entry => madeUpEntry(id, text, at, { feeling });

/** A theme that the person linked. */
export const theme = (id: string, entries: readonly Entry[], name = ""): Theme => ({
  kind: "theme",
  id: id as ThemeId,
  name,
  members: entries.map((each) => ({ entry: each.id, how: "said", at: each.createdAt })),
  takenOut: [],
  dismissedAt: null,
  promptAnsweredAt: null,
  createdAt: dayOf2026(9, 14),
  editedAt: dayOf2026(9, 14),
  deletedAt: null,
});

/** A draft with a title. */
export const proposal = (id: string, over: Partial<Proposal> = {}): Proposal => ({
  ...blankProposal(id as ProposalId, dayOf2026(11, 20)),
  title: "TTOs written at the round",
  ...over,
});

/** Five made-up entries about one thing, as in the pictures of the design. */
export const ward: readonly Entry[] = [
  entry(
    "w5",
    "TTOs for bay 3 still not up at four. We rang pharmacy twice and each time it was “in the queue” for discharge.",
    dayOf2026(11, 19),
  ),
  entry(
    "w4",
    "Two beds blocked until five because nobody had written the TTO at the round. Discharge waiting on pharmacy again.",
    dayOf2026(11, 6),
  ),
  entry(
    "w3",
    "When Priya did the TTOs straight after the ward round, everyone waiting for discharge was gone by two.",
    dayOf2026(10, 20),
    "went-well",
  ),
  entry(
    "w2",
    "His taxi came and went. No tablets for discharge, pharmacy had not seen the TTO.",
    dayOf2026(10, 2),
  ),
  entry(
    "w1",
    "Waiting for the TTO from pharmacy, a discharge put off to the next day.",
    dayOf2026(9, 14),
  ),
];

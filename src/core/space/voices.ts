import type { Instant } from "#base/Clock.ts";
import type { SharedId } from "./identifiers.ts";
import type { Voice } from "./ReceivedRecord.ts";
import type { SharedProposal } from "./SharedProposal.ts";
import type { PublicThanks, VoiceBox } from "./SharedRecord.ts";
import type { SharedView } from "./SharedView.ts";
import type { Saying } from "./sayInSpace.ts";

/** The longest question and the longest public thanks, in UTF-16 units: a poster and a page hold them. */
export const longestQuestion = 300;
export const longestThanks = 500;

/** A new way in for voices. `text` is what its page asks. */
export const beginVoiceBox = (
  { id, space, by, now, text }: Saying,
  keys: { readonly publicKey: string; readonly secretKey: string },
): VoiceBox => ({
  kind: "voice-box",
  id,
  space,
  by,
  takes: "voices",
  ...keys,
  question: text.trim(),
  thanks: [],
  isOpen: true,
  createdAt: now,
  editedAt: now,
  editedBy: by,
  deletedAt: null,
});

/** Takes no more voices from now on; its keys stay, so that what is on its way is still read. */
export const closeVoiceBox = (
  box: VoiceBox,
  { by, now }: Pick<Saying, "by" | "now">,
): VoiceBox => ({
  ...box,
  isOpen: false,
  editedAt: now,
  editedBy: by,
});

/** Says something in answer to a voice to everybody who opens the link it came by. */
export const thankInPublic = (
  box: VoiceBox,
  { id, by, now, text }: Saying,
  voice: SharedId,
): VoiceBox => ({
  ...box,
  thanks: [...box.thanks, { id, voice, text: text.trim(), by, at: now }],
  editedAt: now,
  editedBy: by,
});

/** Takes such thanks off the page again. */
export const takeBackPublicThanks = (
  box: VoiceBox,
  thanks: PublicThanks["id"],
  { by, now }: Pick<Saying, "by" | "now">,
): VoiceBox => ({
  ...box,
  thanks: box.thanks.filter(({ id }) => id !== thanks),
  editedAt: now,
  editedBy: by,
});

/** Puts a voice aside, or back among the others. */
export const setVoiceAside = (voice: Voice, isAside: boolean, now: Instant): Voice => ({
  ...voice,
  asideAt: isAside ? now : null,
  editedAt: now,
});

/** Says that a proposal answers a voice, or no longer. */
export function linkVoice(
  proposal: SharedProposal,
  voice: SharedId,
  isLinked: boolean,
  { by, now }: Pick<Saying, "by" | "now">,
): SharedProposal {
  const others = proposal.voices.filter((id) => id !== voice);
  const voices = isLinked ? [...others, voice] : others;
  return { ...proposal, voices, editedAt: now, editedBy: by };
}

/** What the team did with a voice. */
export interface VoiceStanding {
  readonly voice: Voice;
  readonly box: VoiceBox | null;
  readonly proposals: readonly SharedProposal[];
  readonly thanks: readonly PublicThanks[];
  /** Nobody has linked, thanked or set it aside yet. */
  readonly isNew: boolean;
}

/** A voice with what stands about it in the team. */
export function voiceStanding(view: SharedView, voice: Voice): VoiceStanding {
  const box = view.voiceBoxes.find(({ id }) => id === voice.box) ?? null;
  const proposals = view.proposals.filter(
    ({ voices, withdrawnAt }) => withdrawnAt === null && voices.includes(voice.id),
  );
  const thanks = (box?.thanks ?? []).filter((each) => each.voice === voice.id);
  const isNew = voice.asideAt === null && proposals.length === 0 && thanks.length === 0;
  return { voice, box, proposals, thanks, isNew };
}

/** All voices of a team, newest first. */
export const voiceStandings = (view: SharedView): readonly VoiceStanding[] =>
  view.voices.map((voice) => voiceStanding(view, voice));

import type { Finding } from "#core/identity/IdentityMark.ts";
import type { Wording } from "#core/identity/Wording.ts";
import { before } from "../before.ts";
import { type Candidate, isDetermined } from "./Candidate.ts";

/** "At 12 Mill Lane, Leeds" → "in the area"; the street alone → "an address in the area". */
export function suggestForAddress(text: string, { start, end }: Finding): readonly Candidate[] {
  const lead = before(text, start, 40);
  const at = /\b(?:at|in|on) (?:the )?$/i.exec(lead)?.[0].length ?? 0;
  if (at > 0) return [{ start: start - at, end, wording: { form: "area" } }];
  if (/(?:[:=]|\b(?:address|was|is)) ?$/i.test(lead))
    return [{ start, end, wording: { form: "left-out", what: "address" } }];
  return [{ start, end, wording: { form: "address" } }];
}

/** A postcode that follows an address goes with it; alone it is left out. */
export function suggestForPostcode(
  text: string,
  { start, end }: Finding,
  previous: Finding | undefined,
): readonly Candidate[] {
  const alone: Candidate = { start, end, wording: { form: "left-out", what: "postcode" } };
  return previous?.kind === "ADDRESS" && /^[,.]?\s{0,2}$/.test(text.slice(previous.end, start))
    ? [{ start: previous.end, end, wording: { form: "nothing" } }, alone]
    : [alone];
}

/** "Bed 14" → "a bed on the ward"; after an article only "bed on the ward". */
export function suggestForBed(text: string, { start, end }: Finding): readonly Candidate[] {
  const written = text.slice(start, end).toLowerCase();
  const what = written.startsWith("bay")
    ? "bay"
    : /^(?:side|sr)/.test(written)
      ? "room"
      : written.startsWith("cub")
        ? "cubicle"
        : written.startsWith("tro")
          ? "trolley"
          : written.startsWith("cha")
            ? "chair"
            : "bed";
  const article = isDetermined(before(text, start, 12)) ? "none" : "a";
  return [{ start, end, wording: { form: "ward-place", what, article } }];
}

/** "At the Royal Infirmary" → "at a hospital". */
export function suggestForCarePlace(text: string, { start, end }: Finding): readonly Candidate[] {
  const written = text.slice(start, end);
  const what: Extract<Wording, { form: "care-place" }>["what"] = /hospice/i.test(written)
    ? "hospice"
    : /surgery|practice|health centre|medical centre/i.test(written)
      ? "practice"
      : /care home|nursing home|residential/i.test(written)
        ? "care-home"
        : "hospital";
  const lead = before(text, start, 12);
  const the = /\bthe $/i.exec(lead)?.[0].length ?? 0;
  const wording = { form: "care-place", what, article: "a" } as const;
  if (the > 0) return [{ start: start - the, end, wording }];
  return [{ start, end, wording: { ...wording, article: isDetermined(lead) ? "none" : "a" } }];
}

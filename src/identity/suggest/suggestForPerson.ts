import type { Finding } from "#core/identity/IdentityMark.ts";
import type { Article, Who, Wording } from "#core/identity/Wording.ts";
import { beforeInSentence } from "../before.ts";
import { ageBeside, pronounFor } from "./ageBeside.ts";
import { type Candidate, isDetermined } from "./Candidate.ts";
import { roleNouns, whoIsMeant } from "./whoIsMeant.ts";

/** A person spoken of earlier in the same text. */
interface Known {
  readonly title: string;
  readonly who: Who;
}

const titled =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sister|nurse|matron|staff nurse|charge nurse|reverend|doctor|sir|lady|lord|dame)\b\.?\s*)+/i;
const said = new RegExp(
  `(?:^|[\\s(“"])(?:(?:an?|the|my|our|your|her|his|their|this|that|another|one|whose|\\p{L}+['’]s?) (?:[\\p{L}-]+ ){0,2}(?:${roleNouns})(?:(,) | (?:called|named) | )|(?:${roleNouns}) )$`,
  "iu",
);
const address =
  /\b(?:names?(?:['’]s| is| was)?|known as|signed(?: by)?|dear|hi|hello|thanks|thank you|regards|wishes|love)[ ,:\n]*$/;

/** Words for the people of one text, in the order they appear: the second time is "the patient", a second one "another". */
export function peopleWordings(text: string): (finding: Finding) => readonly Candidate[] {
  const known = new Map<string, Known[]>();
  const spoken = new Set<Who>();

  const articleFor = (name: string, who: Who): { who: Who; article: Article } => {
    const title = (titled.exec(name)?.[0] ?? "").trim().toLowerCase().replace(/\./g, "");
    const words = name
      .replace(titled, "")
      .toLowerCase()
      .split(/[\s.]+/)
      .filter((word) => word.length > 1);
    const again = words
      .flatMap((word) => known.get(word) ?? [])
      .find((each) => each.title === "" || title === "" || each.title === title);
    if (again) return { who: again.who, article: "the" };
    const article = spoken.has(who) ? "another" : "a";
    spoken.add(who);
    for (const word of words) {
      const same = known.get(word) ?? [];
      // One person a title: the list stays as short as the list of titles.
      if (!same.some((each) => each.title === title)) known.set(word, [...same, { title, who }]);
    }
    return { who, article };
  };

  return (finding) => {
    const { start, end } = finding;
    const name = text.slice(start, end);
    const lead = beforeInSentence(text, start, 60);
    const rest = text.slice(end, end + 130);
    const exact = { start, end };
    if (address.test(lead)) return [{ ...exact, wording: { form: "left-out", what: "name" } }];
    const beside = said.exec(lead);
    if (beside) {
      // What joins the name to the noun goes with it: " Leroy", ", Priya,", " called Agnes".
      const joined = /(?:,| called| named)? $/i.exec(lead)?.[0].length ?? 1;
      const closing = beside[1] !== undefined && rest.startsWith(",") ? 1 : 0;
      return [
        { start: start - joined, end: end + closing, wording: { form: "nothing" } },
        { ...exact, wording: { form: "left-out", what: "name" } },
      ];
    }
    const { who, article: spoken } = articleFor(name, whoIsMeant(name, lead, rest));
    const article = isDetermined(lead) ? "none" : spoken;
    const owns = /s$/i.test(name) && /^['’](?!\p{L})/u.test(rest) && !/[‘'][^‘'’]*$/.test(lead);
    const plain: Wording = { form: "someone", who, article, owns, age: null };
    const last: Candidate = { start, end: end + (owns ? 1 : 0), wording: plain };
    const age = ageBeside(rest);
    if (age === null || age.years < 10 || age.years >= 90 || who === "couple") return [last];
    const decade = Math.floor(age.years / 10) * 10;
    const whose = pronounFor(name, rest);
    const described = who === "person" ? "patient" : who;
    return [
      {
        start,
        end: end + age.length,
        wording: { ...plain, who: described, owns: false, age: { decade, whose } },
      },
      last,
    ];
  };
}

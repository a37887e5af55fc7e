/** An age that stands beside a name, which a general wording takes in. */
export interface AgeBeside {
  /** UTF-16 units from the end of the name to the end of the age. */
  readonly length: number;
  /** In years, 1 to 119. */
  readonly years: number;
}

const asAside = /^, ?(\d{1,3})(?: ?(?:years? old|yrs?|yo|y\/o))?(?=[,.;:)\n]|$)(?![.,]\d)/i;
const forms = [
  /^,? aged? (\d{1,3})(?: years)?(?![\w%./]|,\d)/i,
  asAside,
  /^ ?\((?:aged? )?(\d{1,3})(?: ?(?:years? old|yrs?|yo|y\/o))?\)/i,
];

/** Words of grammar, of a place on the ward or of a list do not go on with what somebody did. */
const followedByVerb =
  /^, (?!(?:who|whose|with|from|and|but|in|on|at|of|for|under|a|an|the|her|his|their|no|bed|bay|room|side|chair|ward|dob|pt|admitted)\b)\p{Ll}/u;

/** "Mrs Ahmed, 84, …", "Mr Lund (aged 72)", "Ivy aged 80 …": `rest` begins where the name ends. */
export function ageBeside(rest: string): AgeBeside | null {
  for (const form of forms) {
    const read = form.exec(rest);
    const years = Number(read?.[1]);
    if (!read || years < 1 || years >= 120) continue;
    // "Mrs Ahmed, 84, fell": the comma that closes the age has nothing left to close.
    const closes = form === asAside && followedByVerb.test(rest.slice(read[0].length));
    return { length: read[0].length + (closes ? 1 : 0), years };
  }
  return null;
}

/** Which pronoun a general wording may use: by the title, else by the only kind of pronoun the sentence goes on with. */
export function pronounFor(name: string, rest: string): "her" | "his" | "their" {
  if (/^(?:mrs|ms|miss|lady|dame)\b/i.test(name)) return "her";
  if (/^(?:mr|sir|lord)\b/i.test(name)) return "his";
  const sentence = /^[^.?!\n]{0,120}/.exec(rest)?.[0] ?? "";
  const she = /\b(?:she|her|hers)\b/i.test(sentence);
  const he = /\b(?:he|him|his)\b/i.test(sentence);
  return she === he ? "their" : she ? "her" : "his";
}

/** How a person is spoken of when not by name. */
export type Who = "patient" | "child" | "relative" | "colleague" | "couple" | "person";

/** What stands before a general noun: "a", "the" (spoken of before), "another", or nothing, because the text has it. */
export type Article = "a" | "the" | "another" | "none";

/** What is left out, for "[phone number left out]"; `detail` is "[left out]", where the text names the thing. */
export type LeftOut =
  | "detail"
  | "name"
  | "nhs-number"
  | "hospital-number"
  | "registration"
  | "insurance"
  | "phone"
  | "email"
  | "address"
  | "postcode"
  | "birth"
  | "age";

/**
 * A general wording as a decision; its words belong to the message catalogue.
 * - `nothing`: the sentence reads on without it ("her son Leroy rang" → "her son rang")
 * - `someone`: "a patient in her eighties"; `owns` adds the 's that a name ending in s has not
 * - `month-part`: "early November", with `within` "in early November"; month 1 to 12
 * - `birth-decade`: "in the 1940s", with `born` "born in the 1940s"
 * - `over-89`: "over ninety"; `older`: "older", or "an older"
 * - `area`: "in the area"; `address`: "an address in the area"
 * - `ward-place`: "a bay on the ward"; `care-place`: "a hospital"
 */
export type Wording =
  | { readonly form: "nothing" | "over-89" | "area" | "address" }
  | { readonly form: "left-out"; readonly what: LeftOut }
  | {
      readonly form: "someone";
      readonly who: Who;
      readonly article: Article;
      readonly owns: boolean;
      readonly age: {
        /** 10 to 80. */
        readonly decade: number;
        readonly whose: "her" | "his" | "their";
      } | null;
    }
  | {
      readonly form: "month-part";
      readonly part: "early" | "middle" | "late";
      readonly month: number;
      readonly within: boolean;
    }
  | { readonly form: "birth-decade"; readonly decade: number; readonly born: boolean }
  | { readonly form: "older"; readonly article: "a" | "none" }
  | {
      readonly form: "ward-place";
      readonly what: "bed" | "bay" | "room" | "cubicle" | "trolley" | "chair";
      readonly article: "a" | "none";
    }
  | {
      readonly form: "care-place";
      readonly what: "hospital" | "practice" | "hospice" | "care-home";
      readonly article: "a" | "none";
    };

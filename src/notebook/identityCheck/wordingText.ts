import type { Suggestion } from "#core/identity/IdentityMark.ts";
import type { Wording } from "#core/identity/Wording.ts";
import * as m from "#messages";

const monthName = (month: number): string =>
  new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(
    Date.UTC(2000, month - 1, 1),
  );

function words(wording: Wording): string {
  switch (wording.form) {
    case "nothing":
      return "";
    case "someone": {
      const { who, article, age, owns } = wording;
      const plain = m.identity_who({ who, article });
      if (age !== null)
        return m.identity_aged({
          words: plain,
          whose: age.whose,
          decade: m.identity_decade({ decade: String(age.decade) }),
        });
      return owns ? m.identity_owns({ words: plain }) : plain;
    }
    case "left-out":
      return m.identity_left_out({ what: wording.what });
    case "month-part": {
      const part = m.identity_month_part({ part: wording.part, month: monthName(wording.month) });
      return wording.within ? m.identity_within({ words: part }) : part;
    }
    case "birth-decade":
      return wording.born
        ? m.identity_born_decade({ decade: wording.decade })
        : m.identity_birth_decade({ decade: wording.decade });
    case "over-89":
      return m.identity_over_89();
    case "older":
      return wording.article === "a" ? m.identity_older_a() : m.identity_older();
    case "area":
      return m.identity_area();
    case "address":
      return m.identity_address();
    case "ward-place":
      return m.identity_ward_place({ what: wording.what, article: wording.article });
    case "care-place":
      return m.identity_care_place({ what: wording.what, article: wording.article });
  }
}

/** The words of a suggestion as they will stand in the text; empty where the sentence reads on without any. */
export function wordingText({ wording, opens }: Suggestion): string {
  const plain = words(wording);
  return opens ? plain.slice(0, 1).toLocaleUpperCase("en-GB") + plain.slice(1) : plain;
}

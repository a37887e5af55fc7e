import { seededRandom } from "../../unit/replica/seededRandom.ts";

const words =
  `the trolley was at far end of ward again and nobody could find key for cupboard so discharge waited two hours while family asked who had note from pharmacy porter lift round bed bell late handover early shift phone rang corridor light chair form printed wrong side morning tea`.split(
    " ",
  );

const random = seededRandom(800);
const word = (): string => {
  const [byte = 0] = random.bytes(1);
  return words[byte % words.length] ?? "";
};

/** A field of 80 characters of made-up ward notes. */
function field(): string {
  let text = word();
  while (text.length < 80) text += ` ${word()}`;
  return text.slice(0, 80);
}

/** Ten fields, 800 characters: a document of the benchmark. Fresh ones at each call. */
export const tenFields = (): readonly string[] => Array.from({ length: 10 }, field);

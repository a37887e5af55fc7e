import { nameSets } from "./nameSets.ts";

const title = /^(?:mr|mrs|ms|miss|mx|master|baby)$/;
const nameAfter = /^\)?[ ,:|–-]{1,3}(\p{Lu}[\p{L}'’-]{1,24})/u;
const nameBefore =
  /(?:\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Nurse|Sister|SN)\.? )?(\p{Lu}[\p{L}'’-]{1,24})[,:;]? ?[(–-]? ?$/u;

/** Whether a name stands right before or after: "Mrs Tetteh (5530218)", "4471920 Ashworth". Staff do not count. */
export function isBesidePerson(text: string, start: number, end: number): boolean {
  const after = nameAfter.exec(text.slice(end, end + 30))?.[1];
  if (after !== undefined && (title.test(after.toLowerCase()) || isName(after))) return true;
  const [, titled, before] = nameBefore.exec(text.slice(Math.max(0, start - 36), start)) ?? [];
  if (before === undefined) return false;
  if (titled !== undefined) return title.test(titled.toLowerCase());
  return isName(before);
}

const isName = (word: string) => {
  const plain = word.toLowerCase();
  return (
    (nameSets.last.has(plain) || nameSets.first.has(plain)) &&
    !nameSets.words.has(plain) &&
    !nameSets.everyday.has(plain)
  );
};

const plain = /^[ -~]*$/;
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;
const letters = /[øłđðħŧßæœþı]/g;
const spelled: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ŧ: "t",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

/**
 * Text as it is compared when searching: lower case, compatibility forms made one, without accents
 * (Unicode NFKD; marks of Latin, Greek, Cyrillic, Hebrew and Arabic are dropped, the vowel signs of
 * Indic scripts stay). "Café" and "CAFE" fold to the same. Offsets are not kept.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .replace(letters, (letter) => spelled[letter] ?? letter)
    .normalize("NFC");
}

/** The one word list of the package that is worth its size here; the package types only the whole. */
declare module "@zxcvbn-ts/language-en/dist/commonWords.json.mjs" {
  const commonWords: string[];
  export default commonWords;
}

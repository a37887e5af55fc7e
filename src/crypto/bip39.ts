// Only what is used of the library, behind one dynamic import: the rest is shaken off.
export { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
export { wordlist } from "@scure/bip39/wordlists/english.js";

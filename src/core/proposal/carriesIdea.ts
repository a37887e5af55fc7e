import type { Feeling } from "#core/entry/Entry.ts";

/**
 * Cues that a sentence carries an idea or something that helped, whatever the entry's feeling. They
 * are kept narrow on purpose: "could not", "should have", "tried to ring" and the like complain, and
 * offering a complaint as an idea would be worse than offering nothing. English only for now.
 */
const cues: readonly RegExp[] = [
  /\b(?:if only|what if|how about|i wish|we wish)\b/i,
  /\bwonder(?:ed|ing)? (?:if|whether|why not)\b/i,
  /\bwhy (?:not|don['’]t we|can['’]t we|do we not)\b/i,
  /\b(?:maybe|perhaps) (?:we|i|they|someone|if|it would|a|an)\b/i,
  /\b(?:we|they|someone|somebody|you|staff|the (?:ward|team|clinic|day|night) (?:staff|team)?) could (?!not\b|n['’]t\b|have\b|only\b|hardly\b|barely\b|never\b|see\b|hear\b|feel\b|tell\b)/i,
  /\bcould (?:we|they|someone|somebody|there be|it be|i)\b/i,
  /\b(?:we|they|there|it|someone|everyone|staff|you) should (?!not\b|have\b|never\b)/i,
  /\bwould (?:really |also |have )?(?:help(?:ed)?|save[ds]?|make (?:it|things|a|all)|be (?:better|easier|quicker|safer|simpler|useful|helpful|good|nice|great|an improvement))\b/i,
  /\bsuggest(?:ed|s|ion|ions|ing)?\b/i,
  /\b(?:good|better|another|new|an|one|my|her|his|their|simple|small) idea\b/i,
  /\binstead of\b/i,
  /\b(?:we|i|she|he|they|team|staff) (?:have |had |then |also )?tried (?!to\b|and failed\b|(?:ringing|calling|phoning|asking|everything|hard|again)\b)/i,
  /\b(?:it|that|this|which|what|really|things?) (?:really |has |have |had )?help(?:ed|s)\b/i,
  /\b(?:made|makes) (?:a|all the|such a|a real|a big) difference\b/i,
  /\b(?:made|makes) (?:it|things|everything|the \w+) (?:so much |much |a lot |far )?(?:easier|quicker|better|safer|calmer|simpler|smoother)\b/i,
  /\b(?:it|that|this|which|what|really|also) (?:has |had |really |actually )?work(?:ed|s)\b/i,
  /\bwork(?:ed|s) (?:well|better|beautifully|smoothly|a treat)\b/i,
];

/** "When we did it this way …": an idea unless the sentence goes on to say what failed. */
const whenWe =
  /\b(?:when|since|once|after) (?:we|i|they) (?:use|do|did|had|have|put|ask|start|stop|wr[io]te|share|move|change|agree|plan|g[ao]ve|bring|brought|keep|kept|work|t[ao]lk)/i;

/** Further cues that count only in an entry that went well: how it was done, and what was better for it. */
const wentWellCues: readonly RegExp[] = [
  /\b(?:when|after|before|because|since|once|by \w+ing|so that|straight after|as soon as)\b/i,
  /\b(?:for once|for the first time|without (?:being asked|thinking|any|a)|far fewer|no one had to|nobody had to)\b/i,
  /\b(?:easier|quicker|faster|sooner|calmer|smoother|safer|better|worked|helped|thanks to|tried|used|using|asked|moved|changed|started|agreed|set up|wrote|brought)\b/i,
];

const denial =
  /\b(?:no|not|never|nobody|nothing|none|without|still|again|failed|lost|wrong|too late|cannot)\b|n['’]t\b/i;
const denied =
  /\b(?:did not|didn['’]t|does not|doesn['’]t|has not|hasn['’]t|hadn['’]t|never|nothing|nobody|not)(?: \w+){0,2} (?:help|work)/i;

/**
 * Whether a sentence may carry an idea to try or something that helped, so that it can be offered
 * (never inserted) under "What small thing could you try?". Conservative; see the cues above.
 */
export function carriesIdea(sentence: string, feeling: Feeling): boolean {
  if (sentence.trim().split(/\s+/u).length < 4 || denied.test(sentence)) return false;
  if (cues.some((cue) => cue.test(sentence))) return true;
  if (whenWe.test(sentence) && !denial.test(sentence)) return true;
  return feeling === "went-well" && wentWellCues.some((cue) => cue.test(sentence));
}

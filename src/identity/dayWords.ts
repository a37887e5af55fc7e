// What stands beside "5/12" and tells a day from a score, a share, a dose or a duration. In small letters.

const weekday = "(?:mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?";
const unit =
  "(?:ml|mls|mg|mcg|iu|u|g|kg|mmol|l|cm|mm|units?|%|hours?|hrs?|mins?|minutes?|weeks?|wks?|days?|months?|years?|yrs?)";

/** A day follows, whatever it looks like. */
export const dayBefore = new RegExp(
  `\\b(?:on(?: the)?|dated?|d\\.?o\\.?b\\.?|born|w/c|agreed for|booked (?:in )?for|(?:moved|changed|brought forward|put back) to|(?:appt|appointment|clinic|scan) for|(?:week|wk) (?:commencing|beginning|of|starting)|commencing|wc|lmp|edd|${weekday})[ :,(]*$`,
);
/** A day follows, or a time of the day. */
export const dayOrTimeBefore = /\b(?:since|until|till|til|by|from|between|before|midnight)[ :]*$/;
/** What happened: a day follows, unless words after it make it a duration. */
export const happenedBefore =
  /\b(?:[a-z]{3,}ed|seen|adm|d\/c|dc|readmit|fell|fall|falls|died|rip|done|taken|given|sent|began|left|went|came|rang|met|bo|visit|dv|hv|h\/v|swab|op|last|incident|accident|theatre|written|begun|sat|put in|in situ|due|nights?|days|shifts?|lates?|earl(?:y|ies))[ :(]*$/;
/** What is to come, or is done again and again: a day or how long until it: "review 3/12". */
export const plannedBefore =
  /\b(?:review|rv|r\/v|f\/u|fu|follow[ -]?up|repeat|recheck|bloods|scan|clinic|opa|appt|appointment|app|apt|next|tci|surgery|procedure|back|return|mdt|meeting|results?|x-?ray|cxr|ct|mri|echo|ecg|physio|booked(?: (?:in|for))*|agreed for|holiday|a\/l|and again|plan|entry|note|notes|letter|text|email)[ :(]*$/;
/** Scores, shares, parts and durations follow. */
export const amountBefore = new RegExp(
  `\\b(?:pain|scor(?:e|es|ed|ing)|gcs|amts?|mts|mmse|moca|6cit|power|strength|vision|va|sight|acuity|barthel|rockwood|cfs|waterlow|must|apgars?|news2?|braden|mood|grade|dose|doses|day|page|pages|part|item|step|question|section|ratio|bp|murmur|rated?|roughly|nearly|almost|every|another|approx|about|around|only|just|under|within|past|for|in|x|over|after|last(?:ed|ing)|wait(?:ed|ing)?|delay(?:ed)?|extended|continued?|treated|course|${unit}|managed|achieved|completed|attended|got|had|have|has|still|now|off|down to|up to|reads?|with|than|a|an|the|=|~|≈)[ :(=~]*$`,
);
/** Never a day, even where it looks like nothing else: "Flat 2/1", "BP 16/9". */
export const noDayBefore =
  /\b(?:flat|apt|apartment|bp|cpap|bipap|niv|peep|ipap|epap|pressures?|on call|rota|insulin|levemir|lantus|novorapid|novomix|humulin(?: \w\d?)?|humalog(?: mix)?|tresiba|toujeo|abasaglar|actrapid|insulatard|mixtard|apidra|fiasp|semglee|targinact|va|vision|sight|acuity|ratio|version|room)[ :]*$/;
/** What a share or a score is of: "9/11 staff", "4/10 at rest". */
export const shareAfter =
  /^ (?:(?:of|at rest|on moving|out|bilat|both|left|right|lower|upper|power|pain|strength|murmur|compliant|correct|full|empty|present|complete|done|pass|passed|failed|missed|short|rate|ratio)\b|(?!(?:was|is|has|as|his|this|us|bloods|obs|always|his|hrs)\b)(?:[a-z-]{2,14} )?[a-z]{3,14}s\b)/;
/** How long something is or was: "3/12 ago", "5/7 course", "6/12ly". */
export const durationAfter = new RegExp(
  `^(?:ly\\b|-(?!\\d)|s\\b|[ ]?(?:ago|hx|history|h/o|of|old|course|left|post|pre|prior|rest|waits?|waiting|later|since|or so|follow|f/u|fu|review|supply|prescription|trial|ttos?|abx|antibiotics?|antibx|off|duration|gap|delay|${unit})\\b)`,
);
/** A time or the day of the week follows a day. */
export const dayAfter = new RegExp(
  `^(?:,? ?(?:@|at \\d|\\(?${weekday}\\b|\\d{1,2}[:.]\\d{2}(?!\\d)|\\d{1,2} ?[ap]\\.?m\\b|[01]\\d{3}(?:h(?:rs)?)?\\b|2[0-3]\\d{2}(?:h(?:rs)?)?\\b|[ap]\\.?m\\b|noon|morning|afternoon|evening|overnight))`,
);
/** What is noted under a day that opens a line: "5/12 – fell", "12/11: seen". */
export const entryAfter =
  /^(?: ?[:–—-] | (?:[a-z]{3,}ed|fell|seen|rang|was|went|came|did|told|said|saw|had|spoke|found|gave|took|left|met|pt|he|she|they|we|i|tc|phone|dv|hv|mdt|wr)\b)/;
/** At these a time is noted more often than a day: "arrived 16.11". */
export const timedBefore =
  /\b(?:at|turned|repositioned|arrived|started|finished|ended|bleeped|called|rang|phoned|checked|began|left)[ :]*$/;
/** A unit after a number with a dot, or a dose after three with dashes: "insulin 8-24-16 units". */
export const unitAfter = new RegExp(`^ ?(?:${unit})(?![a-z])`);

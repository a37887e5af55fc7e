/**
 * Ways in which people say that they themselves are not well, in the first person: what a patient or
 * relative feels is not meant. Kept narrow, for a line that comes too often is not read. English only
 * for now. domain.md section 6: such words prompt gentle signposting and never an alert to others.
 */
const cues: readonly RegExp[] = [
  /\b(?:kill(?:ing)?|harm(?:ing)?|hurt(?:ing)?|cut(?:ting)?) myself\b/i,
  /\bend(?:ing)? (?:it all|my (?:own )?life|things for good)\b/i,
  /\btak(?:e|ing) my own life\b/i,
  /\b(?:i|i['’](?:m|ve)|i am|i have|feel(?:ing)?|felt) (?:\w+ ){0,3}suicidal\b/i,
  /\bi (?:\w+ ){0,2}(?:do not|don['’]t) want to (?:live|be alive|be here any ?more|wake up)\b/i,
  /\b(?:i|i['’]d) (?:\w+ ){0,2}(?:want|wish|rather|like) (?:to die|to be dead|i (?:was|were) dead|be dead)\b/i,
  /\bbetter off (?:dead|without me)\b/i,
  /\bno (?:point|reason) (?:in )?(?:going on|living|carrying on)\b/i,
  /\bi (?:\w+ ){0,2}(?:can['’]?t|can ?not|could not|couldn['’]t) (?:\w+ )?(?:cope|go on|carry on like this|take (?:it|this|any) ?(?:any ?more|much longer|more)|face (?:going|another|work|coming|tomorrow|the next))\b/i,
  /\bi (?:am|was|feel|felt|have been|keep) (?:\w+ ){0,2}(?:breaking down|broken|falling apart|at breaking point|hopeless|worthless|desperate|burn(?:t|ed) ?out|in pieces|numb)\b/i,
  /\bi['’]m (?:\w+ ){0,2}(?:breaking down|broken|falling apart|at breaking point|hopeless|worthless|desperate|burn(?:t|ed) ?out|in pieces|numb)\b/i,
  /\bi (?:just |then |have |had )?(?:broke|break|broken) down(?: in tears| crying)?(?=[\s,.;!]|$)(?! the| a\b)/i,
  /\bi (?:\w+ ){0,3}(?:cried|cry|sobbed|wept|was crying|am crying|was in tears|am in tears|ended up in tears|went home in tears)\b/i,
  /\b(?:i|i['’](?:m|ve)) (?:\w+ ){0,3}(?:panic attacks?|flashbacks?|nightmares?)\b/i,
  /\b(?:keeps?|kept) me awake\b|\bi (?:\w+ ){0,2}(?:can['’]?t|can ?not|couldn['’]t|haven['’]t) (?:\w+ )?sle(?:ep|pt)\b/i,
  /\bi (?:\w+ ){0,2}(?:dread|am scared of|am afraid of|am frightened of) (?:going|coming|every|the next|my next|work)\b/i,
];

/** Whether somebody may be writing of being unwell or overwhelmed themselves. A guess, never stored and never told to anybody else. */
export const tellsOfDistress = (text: string): boolean => cues.some((cue) => cue.test(text));

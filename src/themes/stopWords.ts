/**
 * English words that say nothing of what a text is about, in lower case: function words, their
 * contractions, numbers and clock words, and verbs and nouns so general that they join everything. Written for this project.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above across actually after again against ago all almost along already also although always am among an and
any anybody anyone anything anyway are aren't around as aside at away back be became because become been before
began behind being below beside besides between both but by came can can't cannot come comes coming could couldn't did didn't
do does doesn't doing don't done down during each either else enough especially etc even ever every everybody everyone everything
few first for from further gave get gets getting give given gives giving go goes going gone got had hadn't has hasn't have haven't
having he he'd he'll he's hence her here here's hers herself him himself his how how's however i i'd i'll i'm i've if in indeed instead
into is isn't it it'd it'll it's its itself just keep kept last least less let let's like likely little lot lots made mainly make makes
making many may maybe me might mine mostly more most much must mustn't my myself near nearly need needed needs neither never next no
nobody non none nor not nothing now nowhere of off often ok okay on once one ones only onto or other others otherwise ought our ours
ourselves out over own per perhaps please put quite rather re really right said same saw say saying says see seem seemed
seems seen shall she she'd she'll she's should shouldn't since so some somebody somehow someone something sometimes somewhere soon
still such sure take taken takes taking than thank thanks that that'd that's the their theirs them themselves then there there'd
there's therefore these they they'd they'll they're they've thing things think this those though thought through throughout thus till to
today together too took toward towards try trying two under unless until up upon us use used uses using usually very via want wanted was
wasn't way we we'd we'll we're we've well went were weren't what what's whatever when when's whenever where where's wherever whether
which while who who'd who's whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd
you'll you're you've your yours yourself yourselves able got him said got't wont dont didnt doesnt isnt wasnt cant couldnt wouldnt
shouldnt im ive id youre theyre thats whats hes shes lets mr mrs ms miss x
three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
seventy eighty ninety hundred thousand half past o'clock oclock twice`.split(/\s+/u),
);

/** Asking is worth a person's attention from this worth on, as far as one can tell of any writer. */
const worthAsking = 0.16;
/** Whatever its worth, a writer is asked after no more than about this share of entries … */
const askedAtMost = 0.58;
/** … and after the best of theirs, however little that is worth beside what others write. */
const askedAtLeast = 0.15;
/** Fewer earlier entries than this say too little of what is usual for a writer. */
const usualFrom = 8;

/**
 * Whether to ask. `worth` is what the reminders of this entry are worth, `usual` what those of the
 * writer's latest entries were when they were new. How alike two entries are on average differs from
 * writer to writer: long reports share many words. So the same worth does not mean the same for all,
 * and is judged by its place among the writer's own.
 */
export function whetherToAsk(worth: number, usual: readonly number[]): boolean {
  if (usual.length < usualFrom) return worth >= worthAsking;
  const below = usual.filter((each) => each < worth).length;
  const place = (below + 0.5) / (usual.length + 1);
  if (place < 1 - askedAtMost) return false;
  return worth >= worthAsking || place >= 1 - askedAtLeast;
}

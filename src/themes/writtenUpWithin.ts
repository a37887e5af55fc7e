/**
 * How long after something happened people still write it up, in milliseconds: Friday's shift on
 * Sunday, a week away at its end. What happened that soon after may have been written before it.
 */
export const writtenUpWithin = 14 * 86_400_000;

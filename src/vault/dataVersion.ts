/**
 * The version of the data that this code writes into a journal's store; of a later one it opens
 * nothing. From 2 on a journal's rows may stand under two keys while it is sealed anew.
 */
export const dataVersion = 2;

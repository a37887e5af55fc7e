/** The longest name that is taken, of a team, a person or a device: characters. */
export const longestName = 80;

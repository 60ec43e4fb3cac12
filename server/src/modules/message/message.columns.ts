const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/** A word of ours: a kind, a channel, a state. */
export const wordColumn = { type: 'varchar', length: 32, ...ascii } as const;

/** What a message is about, unique for whoever is told: being told twice of one cause is being told once. */
export const causeColumn = { type: 'varchar', length: 120, ...ascii } as const;

/** A template's id as WeChat gives it. */
export const templateColumn = { type: 'varchar', length: 64, ...ascii } as const;

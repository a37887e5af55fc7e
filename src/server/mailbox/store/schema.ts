/**
 * The tables, in steps that are run once each and in order; released steps never change. The same
 * text serves both databases (libSQL reads `bytea` and `bigint` as its own kinds). Ids and hashes are
 * bytes; times are milliseconds since 1970.
 */
export const schemaSteps: readonly (readonly string[])[] = [
  [
    `create table spaces (
      space bytea primary key,
      log_id bytea not null,
      head bigint not null,
      floor bigint not null,
      membership bigint not null,
      bytes bigint not null,
      voices bigint not null,
      gone bigint not null
    )`,
    `create table entries (
      space bytea not null,
      number bigint not null,
      entry bytea not null,
      primary key (space, number)
    )`,
    `create table log_rows (
      space bytea not null,
      seq bigint not null,
      uid bytea not null,
      hash bytea not null,
      body bytea,
      primary key (space, seq),
      unique (space, uid)
    )`,
    `create table invitations (
      invitation bytea primary key,
      space bytea not null,
      token_hash bytea not null,
      letter bytea not null,
      taker bytea,
      answer bytea,
      until bigint not null
    )`,
    "create index invitations_of_space on invitations (space)",
    "create table leases (space bytea primary key, device bytea not null, until bigint not null)",
    `create table segments (
      space bytea not null,
      hash bytea not null,
      bytes bytea not null,
      at bigint not null,
      primary key (space, hash)
    )`,
    `create table snapshots (
      space bytea not null,
      hash bytea not null,
      manifest bytea not null,
      up_to bigint not null,
      purge bigint not null,
      confirmed bigint not null,
      at bigint not null,
      primary key (space, hash)
    )`,
    `create table snapshot_segments (
      space bytea not null,
      snapshot bytea not null,
      segment bytea not null,
      primary key (space, snapshot, segment)
    )`,
    `create table confirmations (
      space bytea not null,
      snapshot bytea not null,
      device bytea not null,
      primary key (space, snapshot, device)
    )`,
    "create table voiceboxes (box bytea primary key, space bytea not null, key bytea not null)",
    "create index voiceboxes_of_space on voiceboxes (space)",
    `create table voices (
      space bytea not null,
      number bigint not null,
      box bytea not null,
      sealed bytea not null,
      at bigint not null,
      primary key (space, number)
    )`,
    "create table tickets (ticket bytea primary key, device bytea not null, until bigint not null)",
    "create table nonces (nonce bytea primary key, until bigint not null)",
    "create table facts (name text primary key, value text not null)",
  ],
  [
    `create table voice_readers (
      space bytea not null,
      device bytea not null,
      read_through bigint not null,
      primary key (space, device)
    )`,
  ],
  [
    "alter table voiceboxes add column for_all bigint not null default 0",
    "alter table voices add column for_all bigint not null default 0",
  ],
  [
    // Since when a confirmed snapshot holds what rows up to a place say [N2].
    `create table coverings (
      space bytea not null,
      up_to bigint not null,
      at bigint not null,
      primary key (space, up_to)
    )`,
  ],
  [
    // Confirmations were a device's word to the server; now they are signed, and who begins with a
    // snapshot checks them. 2: confirmed by word. It holds what rows say that went, and is shown as
    // confirmed only once it is so again.
    "update snapshots set confirmed = 2 where confirmed = 1",
    "drop table confirmations",
    `create table confirmations (
      space bytea not null,
      snapshot bytea not null,
      device bytea not null,
      signature bytea not null,
      primary key (space, snapshot, device)
    )`,
  ],
];

/** Every table that holds something of a space, but `spaces` itself. */
export const tablesOfSpace = [
  "entries",
  "log_rows",
  "invitations",
  "leases",
  "segments",
  "snapshots",
  "snapshot_segments",
  "confirmations",
  "coverings",
  "voiceboxes",
  "voices",
  "voice_readers",
] as const;

import type { MemberId } from "./identifiers.ts";
import type { SharedRecord } from "./SharedRecord.ts";

/** Something that a record says of a member, which only that member's device can have said. */
export interface Claim {
  /** Which claim of the record it is: its proof is found by this name. */
  readonly name: string;
  readonly by: MemberId;
  /** What it says, field by field; two claims that say something else never have the same fields. */
  readonly says: readonly string[];
}

/** What a record says of members. */
export interface Claims {
  /** Each must be proved, or the record may not stand. */
  readonly must: readonly Claim[];
  /**
   * Who wrote the latest change; it says all that the record's document says then. Where two wrote at
   * once, what came of it is neither's: there this one has no proof, and nobody's name is shown.
   * `within`: the claim that must stand and whose proof may prove this one, too.
   */
  readonly edit: (Omit<Claim, "says"> & { readonly within: Claim }) | null;
}

const when = (at: number | null): string => (at === null ? "" : String(at));

/** What a record of a space says of members ([A1] of src/sync/SPEC.md). */
export function claimsOf(record: SharedRecord): Claims {
  const { by, createdAt, editedAt, editedBy, deletedAt } = record;
  const said = (...fields: readonly string[]): Claims => ({
    must: [
      {
        name: "said",
        by,
        says: [record.kind, ...fields, when(createdAt), when(editedAt), editedBy, when(deletedAt)],
      },
    ],
    edit: null,
  });
  switch (record.kind) {
    case "member-name":
      return said(record.name);
    case "comment":
      return said(record.about, record.replyTo ?? "", record.text);
    case "thanks":
      return said(record.about ?? "", record.to ?? "", record.text);
    case "ask":
      return said(record.words, record.isOpen ? "open" : "closed");
    case "shared-proposal": {
      const others = record.authors.filter((author) => author !== by);
      const made = { name: "made", by, says: [record.kind, when(createdAt), record.source ?? ""] };
      return {
        must: [
          made,
          ...others.map((author) => ({ name: `author/${author}`, by: author, says: [] })),
          ...record.excerpts.flatMap(({ id, under, text, happenedAt, by: writer }) =>
            text === ""
              ? []
              : [{ name: `excerpt/${id}`, by: writer, says: [under, text, when(happenedAt)] }],
          ),
          ...(record.withdrawnAt === null
            ? []
            : [{ name: "withdrawn", by, says: [when(record.withdrawnAt)] }]),
        ],
        edit: { name: `edit/${editedBy}`, by: editedBy, within: made },
      };
    }
    case "voice-box": {
      // The box is everybody's; what is said in public through it is whose it is.
      const must = record.thanks.map(({ id, voice, text, by: writer, at }) => ({
        name: `thanks/${id}`,
        by: writer,
        says: [voice, text, when(at)],
      }));
      return { must, edit: null };
    }
    // What a space is called is everybody's.
    default:
      return { must: [], edit: null };
  }
}

/** Nobody's name is found under this id: it stands where it cannot be proved who wrote something. */
export const someone = "A".repeat(43) as MemberId;

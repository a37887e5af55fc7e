import { Users } from "lucide-react";
import type { MemberId } from "#core/space/identifiers.ts";
import * as m from "#messages";
import "./SharePage.css";

/** Who writes it together. */
export function Authors({
  authors,
  nameOf,
}: {
  readonly authors: readonly MemberId[];
  readonly nameOf: (member: MemberId) => string;
}) {
  return (
    <p className="shared-authors">
      <Users size={20} strokeWidth={1.75} aria-hidden />{" "}
      {m.sharing_authors({
        who: new Intl.ListFormat(m.notebook_locale()).format(authors.map(nameOf)),
      })}
    </p>
  );
}

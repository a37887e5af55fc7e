import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { type IdentifyingTally, tallyIdentifying } from "./tallyIdentifying.ts";

type Looking =
  | { readonly type: "asked" | "looking" | "failed" }
  | { readonly type: "done"; readonly tally: IdentifyingTally };

const said = ({ entries, marked }: IdentifyingTally) =>
  marked === 0
    ? m.exchange_identifying_none()
    : m.exchange_identifying_found({ marked, count: entries });

/** One plain line that a whole copy holds names as written, and a count for whoever wants it: it is the person's own copy. */
export function IdentifyingCard({ workspace }: { readonly workspace: Workspace }) {
  const [looking, setLooking] = useState<Looking>({ type: "asked" });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const look = async () => {
    const stop = new AbortController();
    abort.current = stop;
    setLooking({ type: "looking" });
    const tally = await tallyIdentifying(workspace, stop.signal);
    if (stop.signal.aborted) return;
    setLooking(tally ? { type: "done", tally } : { type: "failed" });
    announce(tally ? said(tally) : m.identity_unavailable());
  };
  return (
    <div className="exchange__identifying">
      <p className="exchange__about">{m.exchange_identifying_plain()}</p>
      {looking.type === "done" ? (
        <>
          <p>{said(looking.tally)}</p>
          <ul className="exchange__kinds">
            {looking.tally.kinds.map(({ kind, count }) => (
              <li key={kind}>
                {m.exchange_identifying_kind({ kind: m.identity_kind({ kind }), count })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Button
          variant="quiet"
          icon={Search}
          isPending={looking.type === "looking"}
          onPress={() => void look()}
        >
          {looking.type === "looking" ? m.identity_checking() : m.exchange_identifying_look()}
        </Button>
      )}
      {looking.type === "failed" && <p>{m.identity_unavailable()}</p>}
    </div>
  );
}

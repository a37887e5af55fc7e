import { useId, useMemo, useState } from "react";
import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { tellsOfDistress } from "#core/entry/tellsOfDistress.ts";
import * as m from "#messages";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";

/**
 * Where somebody wrote of being unwell themselves: who is there for them. Shown to them alone, after
 * Keep, and gone when they say so; nothing of it is stored, and nobody is told (domain.md section 6).
 */
export function Signpost({ entry }: { readonly entry: Entry }) {
  const id = useId();
  const [isClosed, setClosed] = useState(false);
  // The page is drawn again with every letter typed; what was kept says the same each time.
  const isMeant = useMemo(() => tellsOfDistress(entryText(entry)), [entry]);
  if (isClosed || !isMeant) return null;
  return (
    <Card aria-labelledby={id}>
      <h2 id={id}>{m.notebook_signpost_title()}</h2>
      <p>{m.notebook_signpost_near()}</p>
      <ul>
        <li>{m.notebook_signpost_samaritans()}</li>
        <li>{m.notebook_signpost_text()}</li>
        <li>{m.notebook_signpost_nhs()}</li>
      </ul>
      <p>{m.notebook_signpost_private()}</p>
      <Button onPress={() => setClosed(true)}>{m.notebook_signpost_close()}</Button>
    </Card>
  );
}

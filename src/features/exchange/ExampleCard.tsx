import { useState } from "react";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { notify } from "#ui/toasts.ts";
import type { ExchangeProps } from "./ExchangeProps.ts";
import { storageText } from "./importWords.ts";
import { loadExample, removeExample } from "./loadExample.ts";
import "./Exchange.css";

/** A journal with more entries of its own than this needs no example to show what the app does. */
const fewEntries = 5;

/** Offers the example to a journal with next to nothing in it, and takes it out again in one press. */
export function ExampleCard({ workspace, startExchange }: ExchangeProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { data: batches } = useReading(workspace, ["batches"], (reader, since) =>
    reader.batches(since),
  );
  const { data: timeline } = useReading(workspace, ["timeline", {}], (reader, since) =>
    reader.timeline({}, since),
  );
  if (!batches || !timeline) return null;
  const entries = batches.filter(({ type }) => type === "example").flatMap((each) => each.entries);
  if (entries.length === 0 && timeline.ids.length > fewEntries) return null;

  const load = async () => {
    setIsBusy(true);
    const { exchange, stop } = startExchange(() => {
      setIsBusy(false);
      notify({ text: m.exchange_refused_not_started() });
    });
    const loaded = await loadExample(exchange, workspace);
    stop();
    setIsBusy(false);
    notify({ text: loaded.ok ? m.exchange_example_loaded() : storageText(loaded.error) });
  };
  const remove = async () => {
    setIsBusy(true);
    const removed = await removeExample(entries, workspace);
    setIsBusy(false);
    notify({ text: removed.ok ? m.exchange_example_removed() : storageText(removed.error) });
  };

  return (
    <Card className="exchange__way" aria-labelledby="example-journal">
      <h2 id="example-journal">{m.exchange_example_title()}</h2>
      {entries.length === 0 ? (
        <>
          <p>{m.exchange_example_about()}</p>
          <Button isPending={isBusy} onPress={() => void load()}>
            {isBusy ? m.exchange_example_loading() : m.exchange_example_load()}
          </Button>
        </>
      ) : (
        <>
          <p>{m.exchange_example_present({ count: entries.length })}</p>
          <div className="exchange__actions">
            <LinkButton to="/themes">{m.exchange_see_themes()}</LinkButton>
            <Button variant="quiet" isPending={isBusy} onPress={() => void remove()}>
              {m.exchange_example_remove()}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}

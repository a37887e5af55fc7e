import { FileJson, FileText } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { StartedExchange } from "#core/exchange/Exchange.ts";
import type { ExportKind } from "#core/exchange/Exporting.ts";
import * as m from "#messages";
import { dayInName } from "#notebook/saving/dayInName.ts";
import { savingPlace } from "#notebook/saving/SavingPlace.ts";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import type { ExchangeProps } from "./ExchangeProps.ts";
import { IdentifyingCard } from "./IdentifyingCard.tsx";
import { ImportWork } from "./ImportWork.tsx";
import { storageText } from "./importWords.ts";
import { type WrittenOut, writeOut } from "./writeOut.ts";
import "./Exchange.css";

/** Where an export stands. */
type ExportStep =
  | { readonly type: "choosing" }
  | { readonly type: "writing"; readonly done: number; readonly total: number }
  | { readonly type: "ended"; readonly name: string; readonly how: WrittenOut };

/** Journals larger than this many records are written as they are read, where the browser can; a download has to hold the whole file first. */
const largeFrom = 10_000;
const types = { json: "application/json", markdown: "application/zip" } as const;

/** The name that a file is saved under: what it is and the local day, nothing of the person's. */
function fileName(kind: ExportKind, at: number): string {
  const day = dayInName(at);
  return kind === "json" ? `headroom-${day}.json` : `headroom-markdown-${day}.zip`;
}

function Ended({ name, how }: Extract<ExportStep, { type: "ended" }>) {
  switch (how.type) {
    case "saved":
      return (
        <Notice tone="ok">
          <p>{m.exchange_export_saved({ count: how.summary.entries, name })}</p>
          {how.unreadable > 0 && <p>{m.exchange_export_unreadable({ count: how.unreadable })}</p>}
        </Notice>
      );
    case "cancelled":
      return <Notice>{m.exchange_export_cancelled()}</Notice>;
    case "failed":
      return <Notice tone="danger">{storageText(how.failure)}</Notice>;
    case "not-started":
      return (
        <Notice tone="danger">
          {m.exchange_journal_unchanged()} {m.exchange_refused_not_started()}
        </Notice>
      );
    case "unwritable":
      return <Notice tone="danger">{m.exchange_export_failed({ name: how.name })}</Notice>;
  }
}

/** Taking a copy of the journal along: everything as JSON, or Markdown to read anywhere. */
export function ExportPage({ workspace, startExchange }: ExchangeProps) {
  const [step, setStep] = useState<ExportStep>({ type: "choosing" });
  const running = useRef<{ readonly started: StartedExchange; readonly abort: AbortController }>(
    null,
  );
  const end = () => {
    running.current?.abort.abort();
    running.current?.started.stop();
    running.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is left
  useEffect(() => end, []);

  const save = async (kind: ExportKind) => {
    const name = fileName(kind, workspace.clock.now());
    const { total } = await workspace.reader.readiness();
    const place = await savingPlace({
      name,
      type: types[kind],
      picks: total >= largeFrom,
      shares: false,
    });
    if (place === null) return;
    const started = startExchange(() => {
      end();
      setStep({ type: "ended", name, how: { type: "not-started" } });
    });
    const abort = new AbortController();
    running.current = { started, abort };
    setStep({ type: "writing", done: 0, total });
    const how = await writeOut(started.exchange, kind, workspace, place, abort.signal, (done) => {
      if (!abort.signal.aborted) setStep({ type: "writing", done, total });
    });
    if (abort.signal.aborted) return;
    end();
    setStep({ type: "ended", name, how });
    if (how.type === "saved")
      announce(m.exchange_export_saved({ count: how.summary.entries, name }));
  };

  const cancel = () => {
    end();
    setStep({ type: "ended", name: "", how: { type: "cancelled" } });
    announce(m.exchange_export_cancelled());
  };

  return (
    <div className="exchange">
      <PageHeader
        title={m.exchange_export_title()}
        pageName={m.exchange_export_title()}
        eyebrow={m.exchange_export_eyebrow()}
      />
      <p className="exchange__about">{m.exchange_export_about()}</p>
      <Notice>{m.exchange_export_plain()}</Notice>
      <IdentifyingCard workspace={workspace} />
      {step.type === "ended" && <Ended {...step} />}
      {step.type === "writing" ? (
        <ImportWork
          label={m.exchange_export_working({ done: step.done, count: step.total })}
          value={step.done}
          max={step.total}
          onCancel={cancel}
        />
      ) : (
        <>
          <Card className="exchange__way" aria-labelledby="export-json">
            <h2 id="export-json">{m.exchange_export_json_title()}</h2>
            <p>{m.exchange_export_json_about()}</p>
            <Button icon={FileJson} onPress={() => void save("json")}>
              {m.exchange_export_json_action()}
            </Button>
          </Card>
          <Card className="exchange__way" aria-labelledby="export-markdown">
            <h2 id="export-markdown">{m.exchange_export_markdown_title()}</h2>
            <p>{m.exchange_export_markdown_about()}</p>
            <Button icon={FileText} onPress={() => void save("markdown")}>
              {m.exchange_export_markdown_action()}
            </Button>
          </Card>
        </>
      )}
    </div>
  );
}

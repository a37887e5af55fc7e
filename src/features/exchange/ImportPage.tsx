import { useEffect, useRef } from "react";
import * as m from "#messages";
import { announce } from "#ui/announce.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { ChooseFiles } from "./ChooseFiles.tsx";
import { EarlierImports } from "./EarlierImports.tsx";
import type { ExchangeProps } from "./ExchangeProps.ts";
import { ImportPreviewView } from "./ImportPreviewView.tsx";
import { ImportWork } from "./ImportWork.tsx";
import { storageText } from "./importWords.ts";
import { KeptView } from "./KeptView.tsx";
import { RefusedView } from "./RefusedView.tsx";
import { type Importing, type ImportStep, useImport } from "./useImport.ts";
import "./Exchange.css";

function Step({ importing }: { readonly importing: Importing }) {
  const { step, again, cancel } = importing;
  switch (step.type) {
    case "choosing":
      return <ChooseFiles onChoose={importing.choose} />;
    case "reading":
      return <ImportWork label={m.exchange_reading()} onCancel={cancel} />;
    case "refused":
      return (
        <>
          <RefusedView refusal={step.refusal} />
          <ChooseFiles onChoose={importing.choose} />
        </>
      );
    case "preview":
      return <ImportPreviewView step={step} importing={importing} />;
    case "bringing": {
      const { done, total, isCommitting } = step.progress;
      return (
        <ImportWork
          label={
            isCommitting ? m.exchange_committing() : m.exchange_bringing({ done, count: total })
          }
          value={done}
          max={total}
          {...(isCommitting ? {} : { onCancel: cancel })}
        />
      );
    }
    case "cancelled":
      return (
        <>
          <Notice>{m.exchange_cancelled()}</Notice>
          <ChooseFiles onChoose={importing.choose} />
        </>
      );
    case "failed":
      return (
        <Notice tone="danger" actions={<Button onPress={again}>{m.exchange_other_files()}</Button>}>
          {storageText(step.failure)}
        </Notice>
      );
    case "kept":
      return <KeptView step={step} importing={importing} />;
    case "undone":
      return (
        <Notice
          tone="ok"
          actions={
            <>
              <Button onPress={again}>{m.exchange_more_files()}</Button>
              <LinkButton variant="quiet" to="/journal">
                {m.exchange_to_journal()}
              </LinkButton>
            </>
          }
        >
          {m.exchange_undone({ count: step.count })}
        </Notice>
      );
  }
}

/** What ears are told when a step begins; notices of danger are read out by themselves. */
function stepText(step: ImportStep): string | null {
  switch (step.type) {
    case "reading":
      return m.exchange_reading();
    case "preview":
      return [
        m.exchange_preview_entries({ count: step.preview.entries }),
        step.preview.alreadyHere > 0 &&
          m.exchange_preview_already({ count: step.preview.alreadyHere }),
      ]
        .filter(Boolean)
        .join(". ");
    case "cancelled":
      return m.exchange_cancelled();
    case "kept":
      return m.exchange_kept({ count: step.summary.added });
    case "undone":
      return m.exchange_undone({ count: step.count });
    default:
      return null;
  }
}

/** Bringing in what was written elsewhere: choose, look, add, and undo. */
export function ImportPage(props: ExchangeProps) {
  const importing = useImport(props);
  const place = useRef<HTMLElement>(null);
  const { step } = importing;
  const shown = useRef(step.type);
  // What was pressed is gone with its step, so the focus goes to the one that took its place.
  useEffect(() => {
    if (shown.current === step.type) return;
    shown.current = step.type;
    place.current?.focus();
    const said = stepText(step);
    if (said !== null) announce(said);
  }, [step]);
  const isIdle = step.type !== "bringing" && step.type !== "reading";
  return (
    <div className="exchange">
      <PageHeader
        title={m.exchange_import_title()}
        pageName={m.exchange_import_title()}
        eyebrow={m.exchange_import_eyebrow()}
      />
      <p className="exchange__about">{m.exchange_import_about()}</p>
      <section
        ref={place}
        tabIndex={-1}
        className="exchange__step"
        aria-label={m.exchange_import_title()}
      >
        <Step importing={importing} />
      </section>
      {isIdle && <EarlierImports workspace={props.workspace} />}
    </div>
  );
}

import { useEffect, useRef, useState } from "react";
import type { StartedExchange } from "#core/exchange/Exchange.ts";
import type { ImportChoices, ImportPreview, Refusal } from "#core/exchange/Importing.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import type { ImportSummary } from "#core/journal/Vault.ts";
import { bringIn, type ImportProgress } from "./bringIn.ts";
import type { ExchangeProps } from "./ExchangeProps.ts";

/** Where an import stands, from choosing files to what came of it. */
export type ImportStep =
  | { readonly type: "choosing" }
  | { readonly type: "reading" }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | {
      readonly type: "preview";
      readonly preview: ImportPreview;
      readonly choices: ImportChoices;
      readonly isReading: boolean;
    }
  | { readonly type: "bringing"; readonly progress: ImportProgress }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly failure: StorageFailure }
  | { readonly type: "kept"; readonly summary: ImportSummary; readonly preview: ImportPreview }
  | { readonly type: "undone"; readonly count: number };

const guessing: ImportChoices = { csv: null, leaveOutRepeats: true };

/** The import on this page: its step, and what the person may do in it. */
export interface Importing {
  readonly step: ImportStep;
  readonly choose: (files: readonly File[]) => Promise<void>;
  readonly change: (choices: ImportChoices) => Promise<void>;
  readonly start: () => Promise<void>;
  readonly cancel: () => void;
  readonly undo: () => Promise<void>;
  readonly again: () => void;
}

/** Runs one import at a time in a worker that is ended whenever its words are no longer needed. */
export function useImport({ workspace, startExchange }: ExchangeProps): Importing {
  const [step, setStep] = useState<ImportStep>({ type: "choosing" });
  const started = useRef<StartedExchange | null>(null);
  const aborting = useRef<AbortController | null>(null);
  const turn = useRef(0);

  const end = () => {
    turn.current += 1;
    aborting.current?.abort();
    aborting.current = null;
    started.current?.stop();
    started.current = null;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is left
  useEffect(() => end, []);

  const choose = async (files: readonly File[]) => {
    if (files.length === 0) return;
    end();
    const mine = turn.current;
    started.current = startExchange(() => {
      end();
      setStep({ type: "refused", refusal: { type: "NotStarted" } });
    });
    setStep({ type: "reading" });
    const read = await started.current.exchange.read(files, guessing, (found) =>
      workspace.reader.timesKept(found, workspace.mark()),
    );
    if (mine !== turn.current) return;
    if (read.ok)
      setStep({ type: "preview", preview: read.value, choices: guessing, isReading: false });
    else {
      end();
      setStep({ type: "refused", refusal: read.error });
    }
  };

  const change = async (choices: ImportChoices) => {
    if (step.type !== "preview" || !started.current) return;
    turn.current += 1;
    const mine = turn.current;
    setStep({ ...step, choices, isReading: true });
    const read = await started.current.exchange.choose(choices);
    if (mine !== turn.current) return;
    setStep(
      read.ok
        ? { type: "preview", preview: read.value, choices, isReading: false }
        : { type: "refused", refusal: read.error },
    );
  };

  const start = async () => {
    if (step.type !== "preview" || !started.current) return;
    const { preview } = step;
    const abort = new AbortController();
    aborting.current = abort;
    const total = preview.entries + preview.others;
    setStep({ type: "bringing", progress: { done: 0, total, isCommitting: false } });
    const brought = await bringIn(started.current.exchange, workspace, abort.signal, (progress) => {
      if (!abort.signal.aborted) setStep({ type: "bringing", progress });
    });
    if (abort.signal.aborted && brought.type !== "kept") return;
    end();
    setStep(brought.type === "kept" ? { ...brought, preview } : brought);
  };

  const undo = async () => {
    if (step.type !== "kept") return;
    const ids = step.summary.addedIds;
    const purged = await workspace.vault.purge(ids);
    if (purged.ok) workspace.wrote(purged.value);
    setStep(
      purged.ok ? { type: "undone", count: ids.length } : { type: "failed", failure: purged.error },
    );
  };

  return {
    step,
    choose,
    change,
    start,
    undo,
    cancel: () => {
      end();
      setStep({ type: "cancelled" });
    },
    again: () => {
      end();
      setStep({ type: "choosing" });
    },
  };
}

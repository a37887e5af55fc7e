import { useState } from "react";
import type { SpaceKind } from "#core/space/Space.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { joiningWords } from "./joiningWords.ts";

/**
 * What somebody wants to be called, and joining under it. Linking a journal that has entries already
 * is asked about once more, after `check`: what is wrong already. Both give what it is, in words, or null.
 */
export function useJoining(
  workspace: Workspace,
  kind: SpaceKind,
  join: (name: string) => Promise<string | null>,
  check: () => Promise<string | null> = async () => null,
) {
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isJoining, setJoining] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const go = async () => {
    setJoining(true);
    setProblem(await join(name.trim()));
    setJoining(false);
  };
  const ask = async () => {
    if (isJoining) return;
    if (name.trim() === "") {
      setProblem(joiningWords[kind].nameNeeded());
      return;
    }
    const wrong = await check();
    setProblem(wrong);
    if (wrong !== null) return;
    const { ids } = await workspace.reader.timeline({}, workspace.mark());
    if (kind === "own" && ids.length > 0) setConfirming(true);
    else await go();
  };
  return {
    name,
    setName,
    problem,
    isJoining,
    ask,
    isConfirming,
    onConfirm: () => void go(),
    onClose: () => setConfirming(false),
  };
}

import { useState } from "react";
import { useNavigate } from "react-router";
import type { Space } from "#core/space/Space.ts";
import { takesPart } from "#core/space/takesPart.ts";
import * as m from "#messages";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { focusPageHeading } from "#ui/focusPageHeading.ts";
import { Notice } from "#ui/Notice.tsx";
import { spaceFailureText } from "./failureText.ts";

/** The ways out of a space: leave it, close it for everybody, take its copy off this device. */
type Way = "leave" | "close" | "forget";

const words = {
  leave: { action: m.team_leave, title: m.team_leave_title, says: m.team_leave_says },
  close: { action: m.team_close, title: m.team_close_title, says: m.team_close_says },
  forget: { action: m.team_forget, title: m.team_forget_title, says: m.team_forget_says },
} as const;

/** Leaving, closing and forgetting, each after saying what it means. */
export function EndSpace({
  workspace,
  space,
  isFacilitator,
}: {
  readonly workspace: Workspace;
  readonly space: Space;
  readonly isFacilitator: boolean;
}) {
  const navigate = useNavigate();
  const [way, setWay] = useState<Way | null>(null);
  /** How many things written here reached nobody. */
  const [left, setLeft] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const isOnlyFacilitator =
    isFacilitator && space.members.filter(({ role }) => role === "facilitator").length === 1;
  const ways: readonly Way[] = takesPart(space)
    ? isFacilitator
      ? ["leave", "close"]
      : ["leave"]
    : ["forget"];
  const choose = async (chosen: Way) => {
    if (chosen === "forget") {
      const count = await workspace.spaces.countLeft(space.id);
      setLeft(count.ok ? count.value : 0);
    }
    const cannot = chosen === "leave" && isOnlyFacilitator;
    setProblem(cannot ? m.team_failed_last_facilitator() : null);
    if (!cannot) setWay(chosen);
  };
  const go = async (chosen: Way) => {
    const done = await workspace.spaces[chosen](space.id);
    setProblem(done.ok ? null : spaceFailureText(done.error));
    if (!done.ok) return;
    if (chosen === "forget") void navigate("/team", { replace: true });
    else focusPageHeading();
  };
  const says = (chosen: Way): string => {
    if (chosen === "forget" && left > 0) {
      return `${words.forget.says()} ${m.team_forget_left({ count: left })}`;
    }
    if (space.server !== null || chosen === "forget") return words[chosen].says();
    return `${chosen === "close" ? m.team_close_says_by_file() : words[chosen].says()} ${m.team_end_by_file()}`;
  };
  return (
    <section className="people-part" aria-labelledby="ways-out">
      <h2 id="ways-out">{m.team_ways_out()}</h2>
      <div className="team-ways">
        {ways.map((each) => (
          <Button key={each} variant="danger" onPress={() => void choose(each)}>
            {words[each].action()}
          </Button>
        ))}
      </div>
      {problem !== null && <Notice tone="danger">{problem}</Notice>}
      {way && (
        <ConfirmDialog
          title={words[way].title()}
          says={says(way)}
          action={words[way].action()}
          onConfirm={() => void go(way)}
          onClose={() => setWay(null)}
        />
      )}
    </section>
  );
}

import { Lightbulb, Merge, PenLine, Plus, Split } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { newId } from "#base/newId.ts";
import type { EntryId, ThemeId } from "#core/identifiers.ts";
import type { ThemeView } from "#core/journal/Reader.ts";
import { dismissTheme, putIn, renameTheme, takeOut } from "#core/theme/changeTheme.ts";
import { joinThemes } from "#core/theme/joinThemes.ts";
import { splitTheme } from "#core/theme/splitTheme.ts";
import type { Theme } from "#core/theme/Theme.ts";
import { changing } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Menu } from "#ui/Menu.tsx";
import { AskTeam } from "./AskTeam.tsx";
import { decide } from "./decide.ts";
import { JoinThemes } from "./JoinThemes.tsx";
import { PutIn } from "./PutIn.tsx";
import { RenameTheme } from "./RenameTheme.tsx";
import { SplitTheme } from "./SplitTheme.tsx";
import { TakeOut } from "./TakeOut.tsx";

type Open = "rename" | "out" | "in" | "join" | "split" | null;

/** What a person may do with a theme; each can be undone. */
export function ThemeActions({
  workspace,
  view,
}: {
  readonly workspace: Workspace;
  readonly view: ThemeView;
}) {
  const [open, setOpen] = useState<Open>(null);
  const navigate = useNavigate();
  const { data: others } = useReading(workspace, ["themes"], (reader, since) =>
    reader.themes(since),
  );
  const close = () => setOpen(null);
  const lines = [...view.members]
    .sort((a, b) => b.line.happened.at - a.line.happened.at)
    .map((member) => member.line);

  /** One change to this theme alone. */
  const change = (said: string, next: (theme: Theme, at: Theme["editedAt"]) => Theme) => {
    close();
    return decide(workspace, {
      themes: [view.id],
      said,
      decision: ([theme], at) => (theme ? changing([next(theme, at)], [theme]) : changing([])),
    });
  };
  const takeThemOut = async (entries: readonly EntryId[]) => {
    const done = await change(m.themes_toast_out(), (theme, at) =>
      entries.reduce((rest, entry) => takeOut(rest, entry, at), theme),
    );
    if (done?.some((theme) => theme.deletedAt !== null)) void navigate("/themes");
  };
  const putThemIn = (entries: readonly EntryId[]) =>
    change(m.themes_toast_in(), (theme, at) =>
      entries.reduce((more, entry) => putIn(more, entry, at), theme),
    );
  const dismiss = async () => {
    const done = await change(m.themes_toast_dismissed(), dismissTheme);
    if (done) void navigate("/themes");
  };
  const join = async (other: ThemeId) => {
    close();
    const done = await decide(workspace, {
      themes: [view.id, other],
      said: m.themes_toast_joined(),
      decision: ([here, there], at) => (here && there ? joinThemes(here, there, at) : changing([])),
    });
    const kept = done?.find((theme) => theme.deletedAt === null);
    if (kept && kept.id !== view.id) void navigate(`/themes/${kept.id}`, { replace: true });
  };
  const split = (entries: readonly EntryId[], name: string) => {
    close();
    const fresh = newId(workspace.random) as ThemeId;
    return decide(workspace, {
      themes: [view.id],
      said: m.themes_toast_split(),
      decision: ([theme], at) => {
        if (!theme) return changing([]);
        const decision = splitTheme(theme, entries, fresh, at);
        return {
          ...decision,
          themes: decision.themes.map((each) =>
            each.id === fresh ? renameTheme(each, name, at) : each,
          ),
        };
      },
    });
  };

  return (
    <>
      <div className="theme-actions">
        <LinkButton variant="main" icon={Lightbulb} to={`/proposals/new?theme=${view.id}`}>
          {m.themes_turn()}
        </LinkButton>
        <AskTeam workspace={workspace} theme={view.id} />
        <Button onPress={() => setOpen("rename")}>{m.themes_rename()}</Button>
        <Button onPress={() => setOpen("out")}>{m.themes_take_out()}</Button>
        <Menu
          label={m.themes_change()}
          icon={PenLine}
          variant="outline"
          items={[
            { id: "in", label: m.themes_put_in(), icon: Plus, onAction: () => setOpen("in") },
            { id: "join", label: m.themes_join(), icon: Merge, onAction: () => setOpen("join") },
            {
              id: "split",
              label: m.themes_split(),
              icon: Split,
              onAction: () => setOpen("split"),
              isDisabled: lines.length < 2,
            },
          ]}
        />
        <Button variant="quiet" onPress={() => void dismiss()}>
          {m.themes_dismiss()}
        </Button>
      </div>
      {open === "rename" && (
        <RenameTheme
          name={view.theme.name}
          terms={view.terms.slice(0, 3).join(", ")}
          onClose={close}
          onRename={(name) =>
            void change(m.themes_toast_renamed(), (theme, at) => renameTheme(theme, name, at))
          }
        />
      )}
      {open === "out" && (
        <TakeOut lines={lines} onClose={close} onTakeOut={(entries) => void takeThemOut(entries)} />
      )}
      {open === "in" && (
        <PutIn
          workspace={workspace}
          inside={lines.map((line) => line.id)}
          onClose={close}
          onPutIn={(entries) => void putThemIn(entries)}
        />
      )}
      {open === "join" && (
        <JoinThemes
          others={(others ?? []).filter((theme) => theme.id !== view.id && !theme.dismissed)}
          now={workspace.clock.now()}
          onClose={close}
          onJoin={(other) => void join(other)}
        />
      )}
      {open === "split" && (
        <SplitTheme
          lines={lines}
          onClose={close}
          onSplit={(entries, name) => void split(entries, name)}
        />
      )}
    </>
  );
}

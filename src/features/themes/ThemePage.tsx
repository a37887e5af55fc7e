import { useParams } from "react-router";
import * as v from "valibot";
import { idSchema, type ThemeId } from "#core/identifiers.ts";
import { undismissTheme } from "#core/theme/changeTheme.ts";
import { changing } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import { WhyThis } from "#notebook/WhyThis.tsx";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Notice } from "#ui/Notice.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { BecauseYouWrote } from "./BecauseYouWrote.tsx";
import { decide } from "./decide.ts";
import { InYourWords } from "./InYourWords.tsx";
import { ThemeActions } from "./ThemeActions.tsx";
import { Timeline } from "./Timeline.tsx";
import { themeName } from "./themeName.ts";
import { themeSentence } from "./themeSentence.ts";
import "./ThemePage.css";

const themeId = idSchema<ThemeId>();

function NoTheme({ children }: { readonly children: string }) {
  return (
    <>
      <PageHeader title={m.themes_page_one()} pageName={m.themes_page_one()} />
      <Notice actions={<LinkButton to="/themes">{m.themes_all()}</LinkButton>}>{children}</Notice>
    </>
  );
}

function OneTheme({ workspace, id }: { readonly workspace: Workspace; readonly id: ThemeId }) {
  const { data: view } = useReading(workspace, ["theme", id], (reader, since) =>
    reader.theme(id, since),
  );
  const { data: readiness } = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  if (!view) {
    const isLoading =
      view === undefined || readiness === undefined || readiness.loaded < readiness.total;
    if (!isLoading) return <NoTheme>{m.themes_gone()}</NoTheme>;
    return (
      <>
        <PageHeader title={m.themes_page_one()} pageName={m.themes_page_one()} />
        {view === null && <p role="status">{m.themes_reading()}</p>}
      </>
    );
  }
  const isFound = view.members.length > 0 && view.members.every(({ how }) => how === "found");
  const undated = view.members.filter(({ line }) => line.happened.precision === "unknown").length;
  const bringBack = () =>
    decide(workspace, {
      themes: [id],
      said: m.themes_toast_undismissed(),
      decision: ([theme], at) =>
        theme ? changing([undismissTheme(theme, at)], [theme]) : changing([]),
    });
  return (
    <>
      <PageHeader
        pageName={m.themes_page_one()}
        title={themeName(view)}
        eyebrow={
          view.dismissed ? m.themes_not_now() : isFound ? m.themes_by_headroom() : m.themes_by_you()
        }
      />
      <div className="theme-page">
        {view.dismissed && (
          <Notice
            actions={<Button onPress={() => void bringBack()}>{m.themes_undismiss()}</Button>}
          >
            {m.themes_dismissed_note()}
          </Notice>
        )}
        <BecauseYouWrote terms={view.terms} />
        <Card>
          <Timeline members={view.members}>{themeSentence(view.members)}</Timeline>
          {undated > 0 && (
            <p className="theme-page__undated">{m.themes_undated_note({ count: undated })}</p>
          )}
        </Card>
        <WhyThis
          workspace={workspace}
          what={{
            type: "theme",
            entries: view.members.map(({ line }) => line.id),
            isDismissed: view.dismissed,
          }}
          about={themeName(view)}
        />
        <InYourWords members={view.members} now={workspace.clock.now()} />
        {!view.dismissed && <ThemeActions workspace={workspace} view={view} />}
      </div>
    </>
  );
}

/** `/themes/:id`: why it is a theme, when, in whose words, and what to do about it. */
export function ThemePage({ workspace }: { readonly workspace: Workspace }) {
  const id = v.safeParse(themeId, useParams().id);
  return id.success ? (
    <OneTheme key={id.output} workspace={workspace} id={id.output} />
  ) : (
    <NoTheme>{m.themes_gone()}</NoTheme>
  );
}

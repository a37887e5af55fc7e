import { PenLine, Repeat2 } from "lucide-react";
import type { ThemeId } from "#core/identifiers.ts";
import type { ThemeLine } from "#core/journal/Reader.ts";
import { undismissTheme } from "#core/theme/changeTheme.ts";
import { changing } from "#core/theme/ThemeDecision.ts";
import * as m from "#messages";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { CardLink, CardLinks } from "#ui/CardLinks.tsx";
import { FoldedItem, FoldedList } from "#ui/FoldedList.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { useAllOf } from "#ui/useAllOf.ts";
import { decide } from "./decide.ts";
import { Threads } from "./Threads.tsx";
import { themeLineText, themeName } from "./themeName.ts";
import "./ThemesPage.css";

/** From so many entries on, something keeps coming back. */
const keepsFrom = 4;

/** More would push the rest of the page out of sight. */
const cardsAtFirst = 8;

function ThemeCards({
  themes,
  now,
  tone,
}: {
  readonly themes: readonly ThemeLine[];
  readonly now: number;
  readonly tone: "recur" | "plain";
}) {
  const { list, shown, more, showAll } = useAllOf(themes, cardsAtFirst);
  return (
    <>
      <CardLinks ref={list}>
        {shown.map((theme) => (
          <CardLink
            key={theme.id}
            to={`/themes/${theme.id}`}
            icon={Repeat2}
            tone={tone}
            title={themeName(theme)}
          >
            <span className="theme-when">{themeLineText(theme, now)}</span>
          </CardLink>
        ))}
      </CardLinks>
      {more > 0 && (
        <Button className="themes-page__all" onPress={showAll}>
          {m.themes_show_all({ count: themes.length })}
        </Button>
      )}
    </>
  );
}

function Dismissed({
  workspace,
  themes,
}: {
  readonly workspace: Workspace;
  readonly themes: readonly ThemeLine[];
}) {
  if (themes.length === 0) return null;
  const bringBack = (id: ThemeId) =>
    decide(workspace, {
      themes: [id],
      said: m.themes_toast_undismissed(),
      decision: ([theme], at) =>
        theme ? changing([undismissTheme(theme, at)], [theme]) : changing([]),
    });
  return (
    <FoldedList summary={m.themes_dismissed({ count: themes.length })}>
      {themes.map((theme) => (
        <FoldedItem
          key={theme.id}
          to={`/themes/${theme.id}`}
          name={themeName(theme)}
          action={
            <Button
              aria-label={m.themes_undismiss_about({ name: themeName(theme) })}
              onPress={() => void bringBack(theme.id)}
            >
              {m.themes_undismiss()}
            </Button>
          }
        />
      ))}
    </FoldedList>
  );
}

/** `/themes`: what keeps coming back, what may be going the same way, and what is not a theme. */
export function ThemesPage({ workspace }: { readonly workspace: Workspace }) {
  const { data } = useReading(workspace, ["themes"], (reader, since) => reader.themes(since));
  const { data: readiness } = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  const isLoading = readiness !== undefined && readiness.loaded < readiness.total;
  const now = workspace.clock.now();
  const living = (data ?? []).filter((theme) => !theme.dismissed);
  const keeps = living.filter((theme) => theme.size >= keepsFrom);
  const begins = living.filter((theme) => theme.size < keepsFrom);
  return (
    <>
      <PageHeader
        title={m.themes_title()}
        pageName={m.themes_title()}
        eyebrow={m.themes_eyebrow()}
      />
      <div className="themes-page">
        {isLoading && <p role="status">{m.themes_reading()}</p>}
        {data && !isLoading && living.length === 0 && (
          <Card className="no-themes">
            <h2>{m.themes_empty_title()}</h2>
            <p>{m.themes_empty()}</p>
            <div>
              <LinkButton variant="main" icon={PenLine} to="/">
                {m.themes_empty_write()}
              </LinkButton>
            </div>
          </Card>
        )}
        {keeps.length > 0 && (
          <section aria-labelledby="keeps">
            <h2 id="keeps">{m.themes_keeps()}</h2>
            <ThemeCards themes={keeps} now={now} tone="recur" />
          </section>
        )}
        {begins.length > 0 && (
          <section aria-labelledby="begins">
            <h2 id="begins">{m.themes_beginning()}</h2>
            <p className="themes-page__about">{m.themes_beginning_about()}</p>
            <ThemeCards themes={begins} now={now} tone="plain" />
          </section>
        )}
        <Threads workspace={workspace} />
        <Dismissed workspace={workspace} themes={(data ?? []).filter((theme) => theme.dismissed)} />
      </div>
    </>
  );
}

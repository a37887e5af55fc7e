import { PenLine, SlidersHorizontal, Trash2 } from "lucide-react";
import { useDeferredValue, useEffect, useId, useMemo, useState } from "react";
import { useNavigationType } from "react-router";
import * as m from "#messages";
import { EntryLine } from "#notebook/EntryLine.tsx";
import { SetAsideNote } from "#notebook/SetAsideNote.tsx";
import { useModels } from "#notebook/useModels.ts";
import { useReading } from "#notebook/useReading.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { Button } from "#ui/Button.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { activeFilters } from "./activeFilters.ts";
import { EntryFeed } from "./EntryFeed.tsx";
import { FilterPanel } from "./FilterPanel.tsx";
import { FiltersOn } from "./FiltersOn.tsx";
import { FoundLine } from "./FoundLine.tsx";
import { everything, type JournalSearch, toFilter } from "./JournalSearch.ts";
import { NothingFound } from "./NothingFound.tsx";
import { rememberedPlace, rememberPlace } from "./rememberedSearch.ts";
import { SearchField } from "./SearchField.tsx";
import "./JournalPage.css";

/** Everything a person kept: by time, or as found by words and filters. */
export function JournalPage({ workspace }: { readonly workspace: Workspace }) {
  const models = useModels(workspace);
  const [before] = useState(() => rememberedPlace(workspace));
  const cameBack = useNavigationType() === "POP";
  const [search, setSearch] = useState<JournalSearch>(before.search);
  const [isOpen, setOpen] = useState(false);
  const panel = useId();

  const change = (next: JournalSearch) => {
    setSearch(next);
    rememberPlace(workspace, { search: next });
  };
  useEffect(() => {
    const remember = () => rememberPlace(workspace, { scrolled: window.scrollY });
    window.addEventListener("scrollend", remember);
    return () => window.removeEventListener("scrollend", remember);
  }, [workspace]);

  // Typing never waits for finding.
  const asked = useDeferredValue(search);
  const typed = asked.typed.trim();
  const filter = useMemo(() => toFilter(asked), [asked]);
  const found = useReading(
    workspace,
    ["find", typed, filter],
    async (reader, since) =>
      typed === ""
        ? { ...(await reader.timeline(filter, since)), words: [] }
        : reader.find(typed, filter, since),
    { keepLast: true },
  );
  const readiness = useReading(workspace, ["readiness"], (reader) => reader.readiness());
  const words = useMemo(() => new Set(found.data?.words), [found.data?.words]);
  const filters = activeFilters(search, models);
  const isNarrowed = typed !== "" || filters.length > 0;
  const count = found.data?.ids.length ?? 0;
  const isOpening = readiness.data !== undefined && readiness.data.loaded < readiness.data.total;
  const isStale = found.isPlaceholderData || asked !== search;

  return (
    <div className="journal">
      <PageHeader
        title={m.journal_page()}
        pageName={m.journal_page()}
        actions={
          <>
            <LinkButton icon={PenLine} to="/">
              {m.journal_write()}
            </LinkButton>
            <LinkButton variant="quiet" icon={Trash2} to="/journal/bin">
              {m.journal_open_bin()}
            </LinkButton>
          </>
        }
      />
      <search className="journal__search">
        <SearchField value={search.typed} onChange={(typed) => change({ ...search, typed })} />
        <Button
          icon={SlidersHorizontal}
          aria-expanded={isOpen}
          aria-controls={panel}
          onPress={() => setOpen(!isOpen)}
        >
          {filters.length > 0
            ? m.journal_filters_on({ count: filters.length })
            : m.journal_filters()}
        </Button>
      </search>
      {isOpen && (
        <FilterPanel
          workspace={workspace}
          id={panel}
          search={search}
          models={models}
          onChange={(next) => change({ ...search, ...next })}
        />
      )}
      <FiltersOn
        filters={filters}
        onLift={change}
        onLiftAll={() => change({ ...everything, typed: search.typed })}
      />
      <p className="journal__count" role="status">
        {found.data && (isNarrowed ? m.journal_count_found({ count }) : m.journal_count({ count }))}
        {!found.data && typed !== "" && m.journal_search_preparing()}
        {isOpening &&
          readiness.data &&
          ` ${m.journal_still_opening({ loaded: readiness.data.loaded, total: readiness.data.total })}`}
      </p>
      <SetAsideNote workspace={workspace} />
      {found.data && count > 0 && (
        <EntryFeed
          key={isNarrowed ? "found" : "all"}
          workspace={workspace}
          list={found.data}
          label={typed === "" ? m.journal_timeline() : m.journal_results()}
          hasMonths={typed === ""}
          isBusy={isStale}
          scrolled={cameBack ? before.scrolled : 0}
        >
          {(line) =>
            words.size > 0 ? (
              <FoundLine workspace={workspace} line={line} words={words} models={models} />
            ) : (
              <EntryLine line={line} models={models} />
            )
          }
        </EntryFeed>
      )}
      {found.data &&
        count === 0 &&
        !isStale &&
        !isOpening &&
        (isNarrowed ? (
          <NothingFound workspace={workspace} search={search} models={models} onChange={change} />
        ) : (
          <div className="nothing">
            <h2>{m.journal_empty()}</h2>
            <p>{m.journal_empty_help()}</p>
          </div>
        ))}
    </div>
  );
}

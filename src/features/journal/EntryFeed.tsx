import { defaultRangeExtractor, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { EntryLine, EntryList } from "#core/journal/Reader.ts";
import * as m from "#messages";
import { momentText } from "#notebook/momentText.ts";
import type { Workspace } from "#notebook/Workspace.ts";
import { useLines } from "./useLines.ts";
import "./EntryFeed.css";

/** About how high a line is before it is measured, in CSS pixels. */
const usualHeight = 118;

/** What an entry stands under: its month, or that nobody said when it happened. */
const headingOf = (at: number | null) =>
  at === null ? m.notebook_undated() : momentText.month(at);

/**
 * A list of thousands of entries, of which only those near the screen are drawn. It is a feed to
 * screen readers (ARIA Authoring Practices): every entry says which of how many it is, and Page Down
 * and Page Up go from one to the next.
 */
export function EntryFeed({
  workspace,
  list,
  label,
  hasMonths,
  isBusy,
  scrolled,
  children,
}: {
  readonly workspace: Workspace;
  readonly list: EntryList;
  readonly label: string;
  /** Name the month above the first entry of each; for lists by time. */
  readonly hasMonths: boolean;
  readonly isBusy: boolean;
  /** How far the page was scrolled when the person was here before. */
  readonly scrolled: number;
  readonly children: (line: EntryLine) => ReactNode;
}) {
  const feed = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const { ids, at } = list;

  useLayoutEffect(() => {
    const place = () =>
      setMargin((feed.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    place();
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, []);

  // Another function would have every line of thousands measured again.
  const keyOf = useCallback((index: number) => ids[index] ?? index, [ids]);
  const virtual = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => usualHeight,
    overscan: 8,
    scrollMargin: margin,
    getItemKey: keyOf,
    // What has the focus stays drawn, however far it is scrolled away.
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      const extra = [focused, wanted].filter(
        (index) => index !== null && index < ids.length && !near.includes(index),
      );
      return [...near, ...extra.filter((index) => index !== null)].sort((a, b) => a - b);
    },
  });
  const items = virtual.getVirtualItems();
  const lines = useLines(workspace, ids, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  const hasScrolled = useRef(false);
  useLayoutEffect(() => {
    if (hasScrolled.current || ids.length === 0) return;
    hasScrolled.current = true;
    if (scrolled > 0) window.scrollTo({ top: scrolled });
  }, [ids.length, scrolled]);

  useEffect(() => {
    if (wanted === null) return;
    const link = feed.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] a`);
    if (!link) return;
    link.focus();
    setWanted(null);
  });

  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === "PageDown" ? 1 : event.key === "PageUp" ? -1 : 0;
    const next = (focused ?? -1) + by;
    if (by === 0 || focused === null || next < 0 || next >= ids.length) return;
    event.preventDefault();
    virtual.scrollToIndex(next, { align: "auto" });
    setWanted(next);
  };

  return (
    <div
      ref={feed}
      className="feed"
      role="feed"
      aria-label={label}
      aria-busy={isBusy}
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={step}
      onFocus={(event) => {
        const item = event.target.closest<HTMLElement>("[data-index]");
        setFocused(item ? Number(item.dataset.index) : null);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null);
      }}
    >
      {items.map((item) => {
        const id = ids[item.index];
        const line = id && lines.get(id);
        const when = at[item.index];
        const heading = when === undefined ? null : headingOf(when);
        const before = at[item.index - 1];
        const isFirst = before === undefined || headingOf(before) !== heading;
        return (
          <article
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            className="feed__item"
            aria-posinset={item.index + 1}
            aria-setsize={ids.length}
            aria-label={line ? momentText.happened(line.happened) : m.journal_entry_loading()}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {hasMonths && isFirst && <h2 className="feed__month">{heading}</h2>}
            {line ? children(line) : <div className="feed__blank" />}
          </article>
        );
      })}
    </div>
  );
}

import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId, JudgementId, ModelId, ProposalId, ThemeId } from "#core/identifiers.ts";
import type { Mark } from "#core/journal/Vault.ts";
import type { Preferences } from "#core/preferences/Preferences.ts";
import type { Proposal } from "#core/proposal/Proposal.ts";
import type { JournalRecord, RecordId } from "#core/record/JournalRecord.ts";
import type { OwnModel } from "#core/reflection/ReflectiveModel.ts";
import type { Judgement, Theme } from "#core/theme/Theme.ts";
import { SharedShelf } from "./SharedShelf.ts";
import { type Shelved, shelve } from "./Shelved.ts";
import { Timeline } from "./Timeline.ts";
import { UseCounts } from "./UseCounts.ts";

/** An entry in memory and the write that brought it. */
export interface ShelvedAt extends Shelved {
  readonly order: Mark;
}

/** Every record of the open journal in memory, by kind, and the orders in which entries are asked for. */
export class Shelves {
  readonly entries = new Map<EntryId, ShelvedAt>();
  readonly themes = new Map<ThemeId, Theme>();
  readonly judgements = new Map<JudgementId, Judgement>();
  readonly proposals = new Map<ProposalId, Proposal>();
  readonly models = new Map<ModelId, OwnModel>();
  readonly shared = new SharedShelf();
  preferences: Preferences | null = null;
  readonly timeline = new Timeline();
  /** Entries that are in the bin. */
  readonly binned = new Set<EntryId>();
  readonly uses = { tags: new UseCounts(), setting: new UseCounts(), roles: new UseCounts() };
  #changes = 0;
  readonly #orders = new Map<RecordId, Mark>();

  /** Takes in a record; false where a later write of it is already here. */
  put(record: JournalRecord, order: Mark): boolean {
    if ((this.#orders.get(record.id) ?? Number.NEGATIVE_INFINITY) > order) return false;
    this.#orders.set(record.id, order);
    this.#changes += 1;
    switch (record.kind) {
      case "entry":
        this.#takeOut(record.id);
        this.entries.set(record.id, { ...shelve(record), order });
        this.timeline.add(record);
        if (record.deletedAt !== null) this.binned.add(record.id);
        this.#count(record, 1);
        break;
      case "theme":
        this.themes.set(record.id, record);
        break;
      case "judgement":
        this.judgements.set(record.id, record);
        break;
      case "proposal":
        this.proposals.set(record.id, record);
        break;
      case "model":
        this.models.set(record.id, record);
        break;
      case "preferences":
        this.preferences = record;
        break;
      default:
        this.shared.put(record);
    }
    return true;
  }

  /** Forgets a record that was removed for good; gives what it was, null where it was not here. */
  remove(id: RecordId): JournalRecord | null {
    this.#orders.delete(id);
    this.#changes += 1;
    const found =
      this.entries.get(id as EntryId)?.entry ??
      this.themes.get(id as ThemeId) ??
      this.judgements.get(id as JudgementId) ??
      this.proposals.get(id as ProposalId) ??
      this.models.get(id as ModelId) ??
      (this.preferences?.id === id ? this.preferences : this.shared.take(id));
    if (found === null || found === undefined) return null;
    this.#takeOut(id as EntryId);
    this.themes.delete(id as ThemeId);
    this.judgements.delete(id as JudgementId);
    this.proposals.delete(id as ProposalId);
    this.models.delete(id as ModelId);
    if (found.kind === "preferences") this.preferences = null;
    return found;
  }

  /** How often anything was put or removed: the same number means that nothing has changed. */
  get changes(): number {
    return this.#changes;
  }

  /** How many records are here. */
  get size(): number {
    return this.#orders.size;
  }

  #takeOut(id: EntryId): void {
    const before = this.entries.get(id);
    if (before === undefined) return;
    this.entries.delete(id);
    this.binned.delete(id);
    this.timeline.remove(before.entry);
    this.#count(before.entry, -1);
  }

  #count(entry: Entry, times: 1 | -1): void {
    if (entry.deletedAt !== null) return;
    for (const tag of new Set(entry.tags)) this.uses.tags.count(tag, times);
    for (const role of new Set(entry.roles)) this.uses.roles.count(role, times);
    this.uses.setting.count(entry.setting, times);
  }
}

import { createRoot } from "react-dom/client";
import type { JournalId } from "#core/identifiers.ts";
import * as m from "#messages";
import { applyAppearance, chosenAppearance } from "#ui/appearance.ts";
import { notify } from "#ui/toasts.ts";
import { App } from "./App.tsx";
import {
  identityThread,
  makeWorkspace,
  prepareReader,
  type ReaderStart,
  type ReaderThread,
  startVault,
} from "./compose.ts";
import { keepStorageOnce } from "./keepStorage.ts";
import { createLock } from "./lock/createLock.ts";
import { joinTabLine } from "./lock/TabNews.ts";
import { tellRelease } from "./releaseNews.ts";
import { handBackSharedText, takeSharedText } from "./sharedText.ts";
import { invitation, invitedTo, wasInvited } from "./takeInvitation.ts";
import { watchReleases } from "./updates.ts";
import "#ui/base.css";

applyAppearance(chosenAppearance());

const container = document.getElementById("root");
if (!container) throw new Error("index.html has no #root");
const root = createRoot(container);

const tabs = joinTabLine();
/** Shared words stand in this page's memory only, until a journal is open. */
let sharedWaits = false;
const incoming = takeSharedText();
let readerStart: ReaderStart | null = null;
let readerThread: ReaderThread | null = null;
let hasFailed = false;
const vaultThread = startVault(failed);

const lock = createLock({
  tabs,
  settled: () => vaultThread.vault.settled(),
  drop: () => {
    readerThread?.terminate();
    identityThread.terminate();
    vaultThread.terminate();
    root.unmount();
    document.body.replaceChildren();
  },
  // The plain address: where somebody was stays theirs. Replaced, so that Back does not lead into it.
  leave: () => window.location.replace("/"),
});

const startedReader = () => {
  readerStart ??= prepareReader(failed);
  return readerStart;
};

// Called while a key is being found, which takes longer than all of this.
const loadJournal = () => {
  startedReader();
  // The place that most people go to, so that typing can start as soon as the key is found.
  if (window.location.pathname === "/") void import("./TodayPlace.tsx");
  return import("./OpenJournal.tsx");
};

async function joinJournal(journalId: JournalId) {
  const [{ OpenJournal, openRouter }, thread, shared] = await Promise.all([
    loadJournal(),
    startedReader().join(vaultThread.vault),
    incoming,
  ]);
  readerThread = thread;
  sharedWaits = false;
  const workspace = makeWorkspace({
    vault: vaultThread.vault,
    reader: thread.reader,
    beforeLock: lock.beforeLock,
    firstWrite: () => void keepStorageOnce(),
  });
  const router = await openRouter({
    workspace,
    lock,
    tabs,
    incoming: shared,
    invitation,
    wasInvited,
    door: vaultThread.vault,
    journalId,
  });
  return <OpenJournal workspace={workspace} router={router} />;
}

async function openJournal(journalId: JournalId) {
  try {
    return await joinJournal(journalId);
  } catch (reason) {
    failed();
    throw reason;
  }
}

function draw() {
  root.render(
    <App
      vault={vaultThread.vault}
      hasFailed={hasFailed}
      sharedWaits={sharedWaits}
      invitedTo={invitedTo}
      loadJournal={() => void loadJournal()}
      openJournal={openJournal}
    />,
  );
}

function failed() {
  hasFailed = true;
  draw();
}

draw();

void incoming.then((text) => {
  if (text === null || readerThread !== null) return;
  sharedWaits = true;
  draw();
  window.addEventListener("pagehide", () => {
    if (sharedWaits) handBackSharedText(text);
  });
});
window.addEventListener("beforeunload", (event) => {
  if (sharedWaits) event.preventDefault();
});

// A page that comes back out of the browser's memory after it was left holds no journal: begin afresh.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

void watchReleases(
  (news) => {
    tellRelease(news);
    if (news.type === "offline-ready") notify({ text: m.shell_offline_ready() });
  },
  () => window.location.reload(),
);

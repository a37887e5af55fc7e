import type { SpaceId } from "#core/space/identifiers.ts";
import type { Spaces } from "#core/space/Spaces.ts";
import { usualCompaction } from "#sync/tendSnapshots.ts";
import { idText } from "#wire/idText.ts";
import { createKeptSpaces } from "./createKeptSpaces.ts";
import { createNews } from "./createNews.ts";
import { createPresences } from "./createPresences.ts";
import { createRunningSpaces, type RunningSpaces } from "./createRunningSpaces.ts";
import { createSpaceCrypto } from "./createSpaceCrypto.ts";
import { createSpaceStore } from "./createSpaceStore.ts";
import { createProposalFiles } from "./files/createProposalFiles.ts";
import { createSpaceFiles } from "./files/createSpaceFiles.ts";
import { createBelonging } from "./members/createBelonging.ts";
import { createFounding } from "./members/createFounding.ts";
import { createInviting } from "./members/createInviting.ts";
import { createJoining } from "./members/createJoining.ts";
import { createJoiningByFile } from "./members/createJoiningByFile.ts";
import { createJoinRequests } from "./members/createJoinRequests.ts";
import type { SpaceParts } from "./SpaceParts.ts";
import { showSpace } from "./showSpace.ts";
import { createSpaceRecords } from "./spaceRecords.ts";
import { createVoiceBoxes } from "./voices/createVoiceBoxes.ts";
import { receiveVoices } from "./voices/receiveVoices.ts";
import { welcomeMember } from "./welcomeMember.ts";

/** The spaces of an open journal, and how to end them. */
export interface OpenSpaces {
  readonly spaces: Spaces;
  /** Resolves once what is under way has ended; nothing is exchanged from then on. */
  readonly close: () => Promise<void>;
}

/** Opens the journal's spaces and starts to exchange them, once it is this tab's turn. */
export async function createSpaces(parts: SpaceParts): Promise<OpenSpaces> {
  const { opened, clock, random } = parts;
  const crypto = createSpaceCrypto(random);
  const records = createSpaceRecords(opened, clock);
  const store = createSpaceStore(
    opened.carrying,
    (space) => running.get(space)?.context.state.kind ?? "team",
    { ...receiveVoices(records, parts), welcome: welcomeMember(opened, records) },
    crypto,
  );
  const tools = { crypto, store, clock, random, compaction: usualCompaction };
  const kept = createKeptSpaces(store);
  const news = createNews(parts);
  const running: RunningSpaces = createRunningSpaces({ parts, tools, records, kept }, news);
  const work = { parts, tools, records, kept, running };

  for (const state of await kept.states()) await running.start(state);
  opened.carrying.onWrite(() => {
    for (const run of running.values()) run.wake();
    news.here();
  });

  const requests = createJoinRequests(work);
  return {
    spaces: {
      ...createFounding(work),
      ...createInviting(work),
      ...createJoining(work, requests),
      ...createJoiningByFile(work, requests),
      ...createBelonging(work),
      ...createVoiceBoxes(work),
      ...createPresences(work),
      ...createSpaceFiles(work),
      ...createProposalFiles(work),
      list: () => Promise.all([...running.values()].map((run) => showSpace(run, work))),
      kept: async () => (await kept.states()).map(({ space }) => idText(space) as SpaceId),
      subscribe: async (listener) => news.listen(listener),
      inSight: async (isInSight) => {
        if (isInSight) for (const run of running.values()) run.look();
      },
      tryNow: async () => {
        for (const run of running.values()) run.look();
      },
    },
    close: async () => {
      await Promise.all([...running.values()].map((run) => run.stop()));
    },
  };
}

import { err, ok, type Result } from "#base/Result.ts";
import type { SpaceId } from "#core/space/identifiers.ts";
import type { Joining, NotReadable } from "#core/space/Joining.ts";
import { answerLetter, joiningState, takeLetter } from "#sync/joinSpace.ts";
import type { InvitationLink, SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";
import { idText } from "#wire/idText.ts";
import { joinFailure } from "../failures.ts";
import type { SpaceWork } from "../SpaceWork.ts";
import type { JoinRequests } from "./createJoinRequests.ts";

/**
 * An invitation as somebody pasted or opened it: whose server it leads to, and its fragment. What a letter
 * puts around a link, such as angle brackets or a full stop, is no part of it.
 */
function readInvitationLink(
  text: string,
  { readFragment }: SpaceCrypto,
): Result<
  { readonly server: string; readonly fragment: string; readonly link: InvitationLink },
  NotReadable
> {
  const [address = ""] = /https?:\/\/[^\s<>"]+/i.exec(text) ?? [];
  if (!URL.canParse(address)) return err({ type: "NotAnInvitation" });
  const { origin, hash: shown } = new URL(address);
  const hash = shown.replace(/[^\w-]+$/, "");
  const read = readFragment(hash);
  if (read.ok) return ok({ server: origin, fragment: hash, link: read.value });
  return err({ type: read.error === "newer" ? "NewerInvitation" : "NotAnInvitation" });
}

/** The methods of `Spaces` that take up an invitation by its link. */
export function createJoining({ parts, tools }: SpaceWork, requests: JoinRequests): Joining {
  /** By whom a letter is taken: the same again after a failure, so that the invitation is not used by another [J2]. */
  const takers = new Map<string, Uint8Array>();
  return {
    linkOfCode: async (typed, server) => {
      const read = await tools.crypto.readDeviceCode(typed);
      if (!read.ok) return err({ ...read.error, type: "MistypedCode" });
      return ok(`${server}/join#${tools.crypto.fragment({ ...read.value, kind: "own" })}`);
    },
    readLink: async (text) => {
      const read = readInvitationLink(text, tools.crypto);
      return read.ok ? ok({ server: read.value.server, kind: read.value.link.kind }) : read;
    },
    join: async (text, agreed, myName) => {
      const read = readInvitationLink(text, tools.crypto);
      if (!read.ok) return read;
      const { server, fragment, link } = read.value;
      if (link.kind !== agreed) return err({ type: "OtherKind" });
      // Before it is taken: whoever is in already leaves it for somebody else.
      const cannot = await requests.cannotJoin(link, await requests.spaceOf(link));
      if (cannot !== null) return err(cannot);
      const transport = parts.transportTo(server);
      const taker = takers.get(fragment) ?? parts.random.bytes(16);
      takers.set(fragment, taker);
      const letter = await takeLetter(tools, transport, link, taker);
      if (!letter.ok) return err(joinFailure(letter.error));
      const already = await requests.cannotJoin(link, idText(letter.value.space) as SpaceId);
      if (already !== null) return err(already);
      const device = await tools.crypto.newDevice();
      const state = await joiningState(tools, { ...letter.value, server }, device, myName);
      return requests.begin(state, async () => {
        const sent = await answerLetter(tools, transport, link, device, myName);
        return sent.ok ? sent : err(joinFailure(sent.error));
      });
    },
  };
}

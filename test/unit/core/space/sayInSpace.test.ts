import { describe, expect, it } from "vitest";
import { instant } from "#base/Clock.ts";
import type { MemberId, SharedId, SpaceId } from "#core/space/identifiers.ts";
import { type Saying, writeComment } from "#core/space/sayInSpace.ts";

const saying = (id: string, text: string): Saying => ({
  id: id as SharedId,
  space: "s".repeat(22) as SpaceId,
  by: "m".repeat(43) as MemberId,
  now: instant(1_790_000_000_000),
  text,
});
const about = "proposal" as SharedId;

describe("what is said about something shared", () => {
  it("has one level of replies: a reply to a reply stands beside it", () => {
    const remark = writeComment(saying("a", "first"), about, null);
    const reply = writeComment(saying("b", "second"), about, remark);
    const further = writeComment(saying("c", "third"), about, reply);
    expect(remark.replyTo).toBe(null);
    expect(reply.replyTo).toBe(remark.id);
    expect(further.replyTo).toBe(remark.id);
  });

  it("loses the blanks around it and nothing else", () => {
    expect(writeComment(saying("a", "  two  words \n"), about, null).text).toBe("two  words");
  });
});

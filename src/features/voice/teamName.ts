import type { VoiceInvitation } from "#core/space/VoiceDoor.ts";
import * as m from "#messages";

/** What the team calls itself, or what stands in its place. */
export const teamName = ({ team }: VoiceInvitation): string => team.trim() || m.sharing_team();

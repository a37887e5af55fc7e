import { changeRole } from "#sync/changeMembers.ts";
import type { Role } from "#wire/MembershipEntry.ts";
import type { SimDevice } from "./SimDevice.ts";

/** A role that somebody gave or took; `isSure`: the server said that it has it. */
interface RoleChange {
  readonly role: Role;
  readonly isSure: boolean;
}

const roleOf = (at: SimDevice, of: SimDevice): Role | undefined =>
  at.space().membership?.members.get(of.space().me)?.role;

/**
 * Gives and takes the role of a facilitator in a fleet, and knows afterwards what must have come of it.
 * Only `changers` do, and theirs are never taken: what somebody does who lost the role and has not heard
 * of it, on a server that forgot that too, parts a team for good [M5].
 */
export function createRoleChanges(changers: readonly SimDevice[]) {
  const changes = new Map<SimDevice, RoleChange[]>();

  /** What was done and cannot be otherwise in the end; null where nobody can say. */
  function settledRole(of: SimDevice): Role | null {
    const all = changes.get(of) ?? [];
    const last = all.at(-1);
    // One that was sent and not heard of may still come about.
    if (last === undefined || all.some(({ isSure }) => !isSure)) return null;
    // Of two who did not know of each other, whoever took it is the one who is heard.
    return last.role === "member" || changers.length === 1 ? last.role : null;
  }

  return {
    /** Gives the role to who does not lead by what `by` knows, or takes it. Null where `of` is no member by that. */
    change: async (by: SimDevice, of: SimDevice): Promise<string | null> => {
      const before = roleOf(by, of);
      if (before === undefined) return null;
      const role: Role = before === "facilitator" ? "member" : "facilitator";
      const changed = await changeRole(by.space(), of.space().state.device.keys.signing, role);
      const change = { role, isSure: changed.ok };
      changes.set(of, [...(changes.get(of) ?? []), change]);
      return role === "member" ? "role taken" : "role given";
    },
    /** Which roles are otherwise than they must be, as `at` knows them. */
    broken: (at: SimDevice): readonly string[] =>
      [...changes.keys()].flatMap((of) => {
        const [is, must] = [roleOf(at, of), settledRole(of)];
        const isWrong = must !== null && is !== undefined && is !== must;
        return isWrong ? [`to ${at.name}, ${of.name} is a ${is} and must be a ${must}`] : [];
      }),
  };
}

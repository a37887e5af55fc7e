import type { Membership } from "./Membership.ts";

/** Whether a device, by its `idText`, is or was a member in an epoch: one that was given its key and could write under it. */
export function wasMemberAt(
  { members, former, epoch: present }: Membership,
  device: string,
  epoch: number,
): boolean {
  const member = members.get(device) ?? former.get(device);
  return (
    member !== undefined &&
    epoch >= member.firstEpoch &&
    epoch <= Math.min(member.lastEpoch ?? present, present)
  );
}

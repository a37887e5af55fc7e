import type { Random } from "#base/Random.ts";
import { newDeviceCode, readDeviceCode } from "#crypto/space/deviceCode.ts";
import {
  createEpochSealer,
  newEpochKey,
  openOlderKey,
  sealOlderKey,
  unwrapEpochKey,
  wrapEpochKey,
} from "#crypto/space/EpochKey.ts";
import {
  answerMac,
  answerSigned,
  fetchToken,
  invitationFragment,
  isAnswerMac,
  newInvitation,
  openPaper,
  readInvitationFragment,
  sealPaper,
  sixWords,
} from "#crypto/space/invitation.ts";
import { sha256 } from "#crypto/space/ownBytes.ts";
import { createSigner, newSigningKey, verifySignature } from "#crypto/space/SigningKey.ts";
import { newSealingKeys } from "#crypto/space/sealTo.ts";
import type { SpaceCrypto } from "#sync/ports/SpaceCrypto.ts";

/** Sync's `SpaceCrypto` over crypto. */
export const createSpaceCrypto = (random: Random): SpaceCrypto => ({
  sha256,
  verify: verifySignature,
  newDevice: async () => {
    const [signing, sealing] = await Promise.all([newSigningKey(random), newSealingKeys(random)]);
    return {
      keys: { signing: signing.publicKey, sealing: sealing.publicKey },
      seed: signing.seed,
      sealingSecret: sealing.secretKey,
    };
  },
  signer: ({ seed, keys }) => createSigner({ seed, publicKey: keys.signing }),
  newEpochKey: (epoch) => newEpochKey(epoch, random),
  sealer: (space, key) => createEpochSealer(space, key, random),
  wrap: wrapEpochKey,
  unwrap: (wrapped, space, epoch, { keys, sealingSecret }) =>
    unwrapEpochKey(wrapped, space, epoch, { signing: keys.signing, secretKey: sealingSecret }),
  sealOlderKey: (space, under, older) =>
    sealOlderKey(createEpochSealer(space, under, random), older),
  openOlderKey: (space, under, epoch, sealed) =>
    openOlderKey(createEpochSealer(space, under, random), epoch, sealed),
  newInvitation: () => newInvitation(random),
  newDeviceCode: () => newDeviceCode(random),
  readDeviceCode,
  fragment: invitationFragment,
  readFragment: readInvitationFragment,
  fetchToken,
  sealPaper: (paper, secret, plaintext) => sealPaper(paper, secret, plaintext, random),
  openPaper,
  answerSigned,
  answerMac,
  isAnswerMac,
  sixWords,
});

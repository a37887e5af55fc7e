import type { Attack } from "../simulation/hostile/Attack.ts";
import { answerAttacks } from "../simulation/hostile/answerAttacks.ts";
import { confirmationAttacks } from "../simulation/hostile/confirmationAttacks.ts";
import { setStage } from "../simulation/hostile/HostileStage.ts";
import { joinAttacks } from "../simulation/hostile/joinAttacks.ts";
import { memberAttacks } from "../simulation/hostile/memberAttacks.ts";
import { rowAttacks } from "../simulation/hostile/rowAttacks.ts";
import { snapshotAttacks } from "../simulation/hostile/snapshotAttacks.ts";
import { waitingAttacks } from "../simulation/hostile/waitingAttacks.ts";
import { Failures, type Suite } from "./Suite.ts";

const attacks: readonly Attack[] = [
  ...rowAttacks,
  ...memberAttacks,
  ...answerAttacks,
  ...snapshotAttacks,
  ...confirmationAttacks,
  ...waitingAttacks,
  ...joinAttacks,
];

async function played(attack: Attack, seed: number, weaken?: Attack["weaken"]) {
  const stage = await setStage(seed, weaken);
  try {
    return await attack.play(stage);
  } finally {
    await stage.end();
  }
}

/** Every attack of a server that lies, so often; and each that has one with its check taken out, once. */
export const hostileServer: Suite = {
  name: "hostile server",
  law: "nothing false is taken in, nothing true is lost; what matters is told",
  full: 50,
  short: 1,
  run: async (count) => {
    const failures = new Failures();
    let tried = 0;
    const weakened: string[] = [];
    for (const [place, attack] of attacks.entries()) {
      for (let round = 0; round < count; round += 1) {
        tried += 1;
        const seed = 1 + place * 1_000 + round;
        const label = () => `${attack.name} [${attack.rules}], seed ${seed}`;
        const { accepted, seen } = await played(attack, seed);
        failures.expect(!accepted, () => `${label()}: accepted`);
        const isTold = attack.told.length === 0 || attack.told.some((type) => seen.has(type));
        failures.expect(isTold, () => `${label()}: not told, but ${[...seen].join() || "nothing"}`);
      }
      if (attack.weaken === undefined) continue;
      const { accepted } = await played(attack, 999 + place * 1_000, attack.weaken);
      if (!accepted) weakened.push(attack.name);
    }
    const controls = attacks.filter(({ weaken }) => weaken !== undefined).length;
    for (const name of weakened) failures.expect(false, () => `${name}: the control held too`);
    return {
      tried,
      failures: failures.list,
      control: controls > 0 && weakened.length === 0,
      note: `${attacks.length} attacks; ${controls} with a check taken out got through`,
    };
  },
};

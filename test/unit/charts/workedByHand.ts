// Charts worked out by hand from the published rules (Wheeler; NHS England, Making Data Count; told in
// docs/charts.md), so that a plain clone compares something too. aMR is the mean of the moving ranges
// mR; limits stand 2.66 aMR from the mean, the near zone begins at two thirds of that; screening leaves
// out, once, moving ranges not below 3.267 aMR.
const common = (count: number) => new Array<string>(count).fill("common_cause");
const increase = { improvementDirection: "increase", screenOutliers: true };

export const workedByHand = [
  {
    // Sum 6×10 + 5×12 + 34 = 154, mean 154/12. mR: ten of 2 and one of 24, sum 44, aMR 4. Limit 13.068:
    // 24 is left out, aMR 2, limits ± 5.32. The last value is above. The first eleven are all below the
    // mean, within the near zone (± 3.5467) of it: a shift, and of the worse kind where more is better.
    title: "one outlier is left out of the limits, stays in the mean, and shifts the rest",
    given: { values: [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 34], options: increase },
    expected: {
      segments: [
        {
          start: 0,
          end: 11,
          mean: 154 / 12,
          meanMovingRangeBeforeScreening: 4,
          mrLimit: 13.068,
          meanMovingRange: 2,
          screenedOutIndexes: [11],
          lpl: 154 / 12 - 5.32,
          upl: 154 / 12 + 5.32,
        },
      ],
      specialCauseType: [...new Array(11).fill("7 Points Below CL"), "Above UCL"],
      pointType: [...new Array(11).fill("special_cause_concern"), "special_cause_improvement"],
      variation: "special_cause_improvement",
      assurance: null,
    },
  },
  {
    // The same without screening: limits ± 2.66×4 = 10.64, so 34 is above 23.4733 all the same.
    title: "without screening the same outlier widens the limits",
    given: {
      values: [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 34],
      options: { improvementDirection: "increase", screenOutliers: false },
    },
    expected: {
      segments: [
        {
          meanMovingRange: 4,
          screenedOutIndexes: [],
          lpl: 154 / 12 - 10.64,
          upl: 154 / 12 + 10.64,
        },
      ],
      variation: "special_cause_improvement",
    },
  },
  {
    // Sum 40, mean 5. mR 2,1,2,4,2,1,2: sum 14, aMR 2; 4 is below 6.534. Limits −0.32 (not cut off at
    // zero) and 10.32. A target of 12 is above both: passed for sure where less is better.
    title:
      "limits may be below zero, and a target beyond them is reached for sure where less is better",
    given: {
      values: [4, 6, 5, 7, 3, 5, 6, 4],
      options: { improvementDirection: "decrease", screenOutliers: true, target: 12 },
    },
    expected: {
      segments: [
        {
          mean: 5,
          meanMovingRange: 2,
          mrLimit: 6.534,
          screenedOutIndexes: [],
          lpl: -0.32,
          upl: 10.32,
        },
      ],
      pointType: common(8),
      variation: "common_cause",
      assurance: "consistent_pass",
    },
  },
  {
    // Mean 3, every mR 1, aMR 1, limits 0.34 and 5.66. All seven rise, six steps: a trend; the first and
    // the last are outside as well, which comes first.
    title: "a trend is seven points, and being outside comes before it",
    given: { values: [0, 1, 2, 3, 4, 5, 6], options: increase },
    expected: {
      segments: [{ mean: 3, meanMovingRange: 1, lpl: 0.34, upl: 5.66 }],
      specialCauseType: [
        "Below LCL",
        ...new Array(5).fill("7 Point Trend (Increasing)"),
        "Above UCL",
      ],
      pointType: ["special_cause_concern", ...new Array(6).fill("special_cause_improvement")],
    },
  },
  {
    // Sum 8 + 10 = 18, mean 18/11 = 1.63636.
    // mR: seven of 2, then 2.5, 3.5, 3.5: sum 23.5, aMR 2.35; none reaches 7.677. Limits ± 6.251, near
    // zone from 1.63636 + 4.16733 = 5.80370: no value reaches it, so nothing is unusual.
    title: "high values short of the near zone are nothing unusual",
    given: { values: [0, 2, 0, 2, 0, 2, 0, 2, 4.5, 1, 4.5], options: increase },
    expected: {
      segments: [{ mean: 18 / 11, meanMovingRange: 2.35, upl: 18 / 11 + 6.251 }],
      pointType: common(11),
    },
  },
  {
    // Sum 10 + 16.5 = 26.5, mean 26.5/13 = 2.03846. mR: nine of 2, then 5, 4.5, 4.5: sum 32, aMR 2.66667;
    // none reaches 8.712. Limits ± 7.09333, near zone from 2.03846 + 4.72889 = 6.76735: both 7s are in
    // it, the 2.5 between them is above the mean but not near, so it is one
    // of the three and is not marked. The ten before are all below the mean: a shift.
    title: "two of three near a limit are marked, and the one between them is not",
    given: { values: [0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 7, 2.5, 7], options: increase },
    expected: {
      segments: [{ mean: 26.5 / 13, meanMovingRange: 32 / 12, upl: 26.5 / 13 + (2.66 * 32) / 12 }],
      specialCauseType: [
        ...new Array(10).fill("7 Points Below CL"),
        "2 in 3 Above CL",
        "Common Cause",
        "2 in 3 Above CL",
      ],
    },
  },
] as const;

import * as m from "#messages";

const makers = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = `${m.notebook_locale()} ${JSON.stringify(options)}`;
  let maker = makers.get(key);
  if (!maker) {
    maker = new Intl.NumberFormat(m.notebook_locale(), options);
    makers.set(key, maker);
  }
  return maker.format(value);
}

/** Beyond these, numbers are written with a power of ten. */
const [large, small] = [1e12, 1e-6];

const inPowers = (value: number): boolean =>
  value !== 0 && (Math.abs(value) >= large || Math.abs(value) < small);

/** Numbers of a chart in words. */
export const numberText = {
  /** A value as it was put in. */
  value: (value: number): string =>
    inPowers(value)
      ? format(value, { notation: "scientific", maximumSignificantDigits: 6 })
      : format(value, { maximumFractionDigits: 6 }),
  /** A tick, with as many decimals as its step needs. */
  tick: (value: number, step: number): string =>
    inPowers(value) || step >= large
      ? format(value, { notation: "scientific", maximumSignificantDigits: 3 })
      : format(value, {
          maximumFractionDigits: Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9))),
        }),
  /** A centre or limit worked out of values; `step` is that of the ticks, and one digit more is told, and `more` beyond it. */
  workedOut: (value: number, step: number, more: number): string =>
    inPowers(value)
      ? numberText.value(value)
      : format(value, {
          maximumFractionDigits: Math.min(
            12,
            Math.max(0, 1 - Math.floor(Math.log10(step) + 1e-9)) + more,
          ),
        }),
} as const;

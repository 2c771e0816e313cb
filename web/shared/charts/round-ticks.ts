/** Round numbers along a plot, as many as fit between its ends. Pure. */
export function roundTicks(from: number, to: number, most = 5): number[] {
  const step = roundStep(from, to, most);
  return step === undefined
    ? []
    : multiples(step, Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9));
}

/** Round numbers that hold everything between two: from the last below to the first above. */
export function ticksAround(from: number, to: number, most = 5): number[] {
  const step = roundStep(from, to, most);
  return step === undefined
    ? []
    : multiples(step, Math.floor(from / step + 1e-9), Math.ceil(to / step - 1e-9));
}

/** The least of 1, 2, 5, 10, 20, 50 ... and their tenths that takes no more steps than so many; none without length. */
export function roundStep(from: number, to: number, most: number): number | undefined {
  const rough = (to - from) / most;
  if (!(rough > 0)) return undefined;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
}

const multiples = (step: number, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));

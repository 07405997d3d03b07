import type { RollUp, RollUpLine, RollUpPart } from '@/api';

/** This period, or to date. */
export type Which = 'thisPeriod' | 'toDate';

export interface Day {
  date: string;
  /** Null on a day for which no unit filed the figure. */
  value: number | null;
  /** A correction after the cut-off changed it (정정). */
  corrected: boolean;
  /** Units that were due and filed nothing. */
  missing: number;
  /** How much more the units say to date than the city; null when the city says nothing. */
  difference: number | null;
}

/** The metrics that appear in these days, each once, in the order of the last day that has it. */
export function metricsIn(days: RollUp[]): RollUpLine[] {
  const known = new Map<string, RollUpLine>();
  for (const day of [...days].reverse()) {
    for (const line of day.lines) if (!known.has(line.metric)) known.set(line.metric, line);
  }
  return [...known.values()];
}

/** One metric over days, in the days' order. */
export function over(days: RollUp[], metric: string, which: Which): Day[] {
  return days.map((day) => {
    const line = day.lines.find((one) => one.metric === metric);
    return {
      date: day.date,
      value: line === undefined ? null : line[which],
      corrected: line?.corrected ?? false,
      missing: day.missing.length,
      difference: line?.difference ?? null,
    };
  });
}

export interface Extent {
  first: Day;
  last: Day;
  highest: Day;
}

/** What a sentence about the line needs to say; null when there is no figure at all. */
export function extentOf(days: Day[]): Extent | null {
  const known = days.filter((day) => day.value !== null);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const highest = known.reduce((most, day) => ((day.value ?? 0) > (most.value ?? 0) ? day : most), first);
  return { first, last, highest };
}

export interface Town {
  unitId: string;
  unit: string;
  unitEn: string;
  /** Null when it filed nothing. */
  value: number | null;
  corrected: boolean;
  /** From 0, nothing, to 4, the most of the day. */
  shade: number;
}

/** Every unit on one day: those that filed the metric in their order, then those that are missing. */
export function towns(day: RollUp, metric: string, which: Which): Town[] {
  const parts: RollUpPart[] = day.lines.find((line) => line.metric === metric)?.parts ?? [];
  const most = Math.max(0, ...parts.map((part) => part[which]));
  return [
    ...parts.map((part) => ({
      unitId: part.unitId,
      unit: part.unit,
      unitEn: part.unitEn,
      value: part[which],
      corrected: part.corrected,
      shade: part[which] <= 0 || most === 0 ? 0 : Math.ceil((4 * part[which]) / most),
    })),
    ...day.missing
      .filter((one) => parts.every((part) => part.unitId !== one.unitId))
      .map((one) => ({ ...one, value: null, corrected: false, shade: 0 })),
  ];
}

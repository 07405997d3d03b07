import type { LatestFigures, PublicDay, RollUp, RollUpLine } from '../../src/api/index.ts';
import { units } from './fixtures.ts';

/** Thirty days of two metrics: one day nobody filed, one was corrected, one unit is missing on the last. */
export const month: RollUp[] = Array.from({ length: 30 }, (_, index) => {
  const date = `2026-10-${String(index + 1).padStart(2, '0')}`;
  if (index === 11) return { date, lines: [], missing: units.map(unitOf) };
  const absent = index === 29 ? 2 : -1;
  const parts = units
    .filter((_unit, place) => place !== absent)
    .map((unit, place) => ({
      ...unitOf(unit),
      thisPeriod: (index + place) % 4 === 0 ? 1 : 0,
      toDate: Math.floor(((index + 2) * (place % 5)) / 4),
      corrected: index === 20 && place === 3,
    }));
  const sum = (which: 'thisPeriod' | 'toDate'): number => parts.reduce((all, part) => all + part[which], 0);
  const confirmed: RollUpLine = {
    metric: 'covid.confirmed',
    ko: '확진',
    en: 'Confirmed',
    measure: '명',
    measureEn: 'people',
    disclosure: 'RESTRICTED',
    combines: 'SUM',
    thisPeriod: sum('thisPeriod'),
    toDate: sum('toDate'),
    parts,
    city: null,
    difference: index === 25 ? 2 : null,
    corrected: index === 20,
  };
  const snow: RollUpLine = {
    ...confirmed,
    metric: 'snow.plows',
    ko: '제설차',
    en: 'Ploughs',
    measure: '대',
    parts: [],
  };
  const missing = units[absent];
  return { date, lines: [confirmed, snow], missing: missing ? [unitOf(missing)] : [] };
});

function unitOf(unit: (typeof units)[number]): RollUp['missing'][number] {
  return { unitId: unit.id, unit: unit.name, unitEn: unit.nameEn };
}

/** The same days as citizens have them: a patient's town is nobody's business, a plough's is. */
export const publicDays: PublicDay[] = month
  .filter((day) => day.lines.length > 0)
  .map((day, index, all) => ({
    date: day.date,
    provisional: index === all.length - 1,
    figures: day.lines.map(({ disclosure: _, city: __, difference: ___, ...line }) => ({
      ...line,
      parts: line.metric === 'snow.plows' ? (day.lines[0]?.parts ?? []) : [],
    })),
  }));

export const latest: LatestFigures = { seriesId: 's1', day: publicDays.at(-1) ?? null };

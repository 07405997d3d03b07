import type { PhaseAnswer } from '@/api';

export type PhaseTime = 'past' | 'now' | 'coming';

/** The last day of a phase: the day before the next begins; null for the newest. Phases are oldest first. */
export function lastDay(phases: readonly PhaseAnswer[], index: number): string | null {
  const next = phases[index + 1];
  if (next === undefined) return null;
  const day = new Date(`${next.from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** Where a phase lies from today, `YYYY-MM-DD`. */
export function phaseTime(phase: PhaseAnswer, today: string): PhaseTime {
  if (phase.current) return 'now';
  return phase.from > today ? 'coming' : 'past';
}

/** Reads cut-offs as people write them, `7:30, 17:00`; earliest first, each once; null when one is no hour. */
export function readCutOffs(text: string): string[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  const hours = words.map((word) => {
    const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(word);
    return match === null ? null : `${match[1]?.padStart(2, '0')}:${match[2]}`;
  });
  const read = hours.filter((hour) => hour !== null);
  return read.length === hours.length ? [...new Set(read)].sort() : null;
}

import type { DirectiveAnswer, DirectiveMove, DirectiveUrgency } from '@/api';

/** What a unit looks at first; later ones and those without a date together. */
export const PARTS = ['OVERDUE', 'DUE_TODAY', 'WAITING', 'LATER'] as const;
export type Part = (typeof PARTS)[number];

export function partOf(urgency: DirectiveUrgency): Part {
  switch (urgency) {
    case 'OVERDUE':
    case 'DUE_TODAY':
    case 'WAITING':
      return urgency;
    case 'LATER':
    case 'NO_DATE':
    case 'CLOSED':
      return 'LATER';
  }
}

export function byPart(directives: DirectiveAnswer[]): { part: Part; directives: DirectiveAnswer[] }[] {
  return PARTS.map((part) => ({ part, directives: directives.filter((one) => partOf(one.urgency) === part) })).filter(
    (one) => one.directives.length > 0,
  );
}

/** In the order in which they come, each owner once. */
export function byUnit(directives: DirectiveAnswer[]): { unit: string; directives: DirectiveAnswer[] }[] {
  const units = new Map<string, DirectiveAnswer[]>();
  for (const one of directives) units.set(one.unitName, [...(units.get(one.unitName) ?? []), one]);
  return [...units].map(([unit, list]) => ({ unit, directives: list }));
}

/** Steps that need words or a choice open a dialog; the others are taken at once. */
export const ASKS: readonly DirectiveMove[] = ['FINISH', 'RETURN', 'MERGE', 'CANCEL', 'REASSIGN'];

/** The step that is expected next stands out. */
export const FORWARD: readonly DirectiveMove[] = ['ACKNOWLEDGE', 'START', 'FINISH', 'VERIFY'];

/** How many whole days ago, in Korea. */
export function daysSince(day: string, today: string): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));
}

import type { HoldingKind, Post, PostHolding, Unit } from '@/api';

/** Days as the server counts them: `2026-11-23`, first and last day included, no last day while it goes on. */
interface Days {
  from: string;
  until: string | null;
}

export function isOn(days: Days, day: string): boolean {
  return days.from <= day && !isOver(days, day);
}

/** Whether the last day has passed. */
export function isOver(days: { until: string | null }, day: string): boolean {
  return days.until !== null && days.until < day;
}

/** Who is in the post in that way on that day. */
export function inPost(post: Post, kind: HoldingKind, day: string): PostHolding | undefined {
  return post.holdings.find((holding) => holding.kind === kind && isOn(holding, day));
}

/** Whoever keeps somebody from holding the post from that day on without an end. */
export function inTheWay(post: Post, personId: string | null, day: string): PostHolding | undefined {
  return post.holdings.find(
    (holding) => holding.kind === 'HOLDER' && holding.personId !== personId && !isOver(holding, day),
  );
}

/** The posts of a unit that have not ended, by their seat. */
export function postsOf(unit: Unit, posts: Post[], day: string): Post[] {
  return posts.filter((post) => post.unitId === unit.id && !isOver(post, day)).sort((a, b) => a.seat - b.seat);
}

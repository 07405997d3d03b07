import { describe, expect, it } from 'vitest';
import type { Post, PostHolding } from '@/api';
import { inPost, inTheWay, isOn, isOver } from './posts.ts';

const holding = (id: string, kind: PostHolding['kind'], from: string, until: string | null): PostHolding => ({
  id,
  personId: id,
  person: id,
  kind,
  from,
  until,
});

const post: Post = {
  id: 'q1',
  unitId: 'u1',
  name: '면장',
  nameEn: '',
  head: true,
  seat: 1,
  from: '2013-09-23',
  until: null,
  names: [],
  holdings: [
    holding('before', 'HOLDER', '2020-01-01', '2023-12-31'),
    holding('head', 'HOLDER', '2024-01-01', null),
    holding('deputy', 'ACTING', '2026-11-23', '2026-11-30'),
  ],
};

describe('a span of days', () => {
  it('includes both its ends', () => {
    const days = { from: '2026-11-23', until: '2026-11-30' };
    expect(isOn(days, '2026-11-22')).toBe(false);
    expect(isOn(days, '2026-11-23')).toBe(true);
    expect(isOn(days, '2026-11-30')).toBe(true);
    expect(isOver(days, '2026-11-30')).toBe(false);
    expect(isOver(days, '2026-12-01')).toBe(true);
  });
});

describe('a post', () => {
  it('says who is in it on a day', () => {
    expect(inPost(post, 'HOLDER', '2023-12-31')?.person).toBe('before');
    expect(inPost(post, 'HOLDER', '2024-01-01')?.person).toBe('head');
    expect(inPost(post, 'ACTING', '2026-11-30')?.person).toBe('deputy');
    expect(inPost(post, 'ACTING', '2026-12-01')).toBeUndefined();
  });

  it('is free for the one who has it, and for others once it is', () => {
    expect(inTheWay(post, 'head', '2026-11-23')).toBeUndefined();
    expect(inTheWay(post, 'deputy', '2026-11-23')?.person).toBe('head');
    expect(inTheWay(post, null, '2023-12-31')?.person).toBe('before');
    expect(inTheWay({ ...post, holdings: post.holdings.slice(0, 1) }, null, '2024-01-01')).toBeUndefined();
  });
});

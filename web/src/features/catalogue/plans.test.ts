import { describe, expect, it } from 'vitest';
import type { CreateMetric, KeptMetric, KeptTemplate, ReportCatalogue } from '@/api';
import { askedBy, askedIn, disclosed, moved, NEW_METRIC, needsCitation, planOf, unitDisclosures } from './plans.ts';

const kept = (key: string, retired = false): KeptMetric => ({
  metric: { ...NEW_METRIC, key, ko: key, en: key },
  filed: false,
  retired,
  version: 1,
});
const template = (key: string, metrics: string[], retired = false): KeptTemplate => ({
  key,
  ko: key,
  en: key,
  metrics,
  retired,
  version: 1,
});
const open: CreateMetric = { ...NEW_METRIC, disclosure: 'PUBLIC', unitDisclosure: 'PUBLIC' };

describe('who may know a figure', () => {
  it('begins inside the city hall', () => {
    expect([NEW_METRIC.disclosure, NEW_METRIC.unitDisclosure]).toEqual(['INTERNAL', 'INTERNAL']);
  });

  it('is never more open for one unit than for the city', () => {
    expect(unitDisclosures('INTERNAL')).toEqual(['INTERNAL', 'RESTRICTED']);
    expect(disclosed(open, 'INTERNAL')).toMatchObject({ disclosure: 'INTERNAL', unitDisclosure: 'INTERNAL' });
    const restricted: CreateMetric = { ...open, unitDisclosure: 'RESTRICTED' };
    expect(disclosed(restricted, 'INTERNAL').unitDisclosure).toBe('RESTRICTED');
    expect(disclosed(NEW_METRIC, 'PUBLIC').unitDisclosure).toBe('INTERNAL');
  });

  it('wants a reason where it needsCitation, not where it stays or closes', () => {
    expect(needsCitation(null, open)).toBe(true);
    expect(needsCitation(null, NEW_METRIC)).toBe(false);
    expect(needsCitation({ ...open, unitDisclosure: 'INTERNAL' }, open)).toBe(true);
    expect(needsCitation(open, open)).toBe(false);
    expect(needsCitation(open, NEW_METRIC)).toBe(false);
    expect(needsCitation({ ...open, citation: '조례 제3조' }, open)).toBe(true);
  });
});

describe('the order of a form', () => {
  it('moves one by one and stops at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a'], 'x', 1)).toEqual(['a']);
  });
});

describe('what is asked', () => {
  const all: ReportCatalogue = {
    metrics: [kept('a'), kept('b', true), kept('c')],
    templates: [template('snow', ['c', 'b', 'a']), template('old', ['a'], true)],
  };

  it('is in the order of the form, without what is retired', () => {
    expect(askedBy(template('snow', ['c', 'b', 'a']), all).map((one) => one.metric.key)).toEqual(['c', 'a']);
  });

  it('is asked by the templates in use', () => {
    expect(askedIn(kept('a'), all).map((one) => one.key)).toEqual(['snow']);
    expect(askedIn(kept('b', true), all)).toEqual([]);
  });

  it('is written without its key', () => {
    expect(planOf({ ...NEW_METRIC, key: 'own.1' })).toEqual(NEW_METRIC);
  });
});

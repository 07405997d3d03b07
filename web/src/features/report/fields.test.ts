import { expect, it } from 'vitest';
import type { FigureAnswer } from '@/api';
import { emptyReport } from '@/live/ReportModel.fixture.ts';
import { difference, faultOf, newId } from './fields.ts';

const figure = emptyReport.figures[0] as FigureAnswer;

it('shows the difference with its sign', () => {
  expect(difference({ ...figure, thisPeriod: 2.5 })).toBe('+2.5');
  expect(difference({ ...figure, thisPeriod: -2 })).toBe('−2');
  expect(difference({ ...figure, thisPeriod: 2, before: null })).toBeNull();
});

it('tells a fault at its field, in the language of the reader', () => {
  const faults = [{ field: 'situation', code: 'too-long', ko: '너무 깁니다.', en: 'Too long.' }];
  expect(faultOf({ ...emptyReport, faults }, 'situation', 'ko')).toBe('너무 깁니다.');
  expect(faultOf({ ...emptyReport, faults }, 'situation', 'en')).toBe('Too long.');
  expect(faultOf({ ...emptyReport, faults }, 'severity', 'ko')).toBeUndefined();
});

it('makes ids that the server reads', () => {
  const made = new Set(Array.from({ length: 100 }, newId));
  expect(made.size).toBe(100);
  for (const id of made) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

import { expect, it } from 'vitest';
import type { Minutes } from '@/api';
import { speeches, writerOf } from './parts.ts';

const field = (name: string, value: string, by = '') => ({ field: name, value, by, at: null });
const minutes = {
  fields: [
    field('speech/report-1/b', '먼저', '문초롱'),
    field('speech/report-1/a', '나중', '윤다솜'),
    field('speech/report-1/c', ''),
    field('speech/report-10/d', '다른 안건'),
  ],
} as Minutes;

it('keeps paragraphs in the order in which they were begun, and what is only typed here at the end', () => {
  const typed = { 'speech/report-1/z': '새 문단', 'speech/report-1/a': '나중에', 'speech/report-10/y': '아님' };
  expect(speeches(minutes, typed, 'report-1')).toEqual(['speech/report-1/b', 'speech/report-1/a', 'speech/report-1/z']);
});

it('leaves out paragraphs that were emptied', () => {
  expect(speeches(minutes, {}, 'report-1')).toEqual(['speech/report-1/b', 'speech/report-1/a']);
});

it('names who wrote last, and nobody for what the system knew', () => {
  expect(writerOf(minutes, 'speech/report-1/a')).toBe('윤다솜');
  expect(writerOf(minutes, 'speech/report-10/d')).toBeUndefined();
  expect(writerOf(minutes, 'place')).toBeUndefined();
});

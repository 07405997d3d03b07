import { expect, test } from 'vitest';
import { asking, readQuestion } from './question.ts';

const SERIES = '01234567-89ab-cdef-0123-456789abcdef';

test('an address is read as it was written', () => {
  const question = { q: '마스크', series: SERIES, kind: 'MINUTES', from: '2020-12-01', order: 'DATE', page: 3 };
  expect(readQuestion(question)).toEqual(question);
});

test('words that look like numbers stay words', () => {
  expect(readQuestion({ q: 2020 })).toEqual({ q: '2020' });
});

test('what makes no sense is left out', () => {
  expect(
    readQuestion({ q: '', series: 'x', unit: 3, kind: 'NOTHING', from: '2020-13-41', order: 'UP', page: -1 }),
  ).toEqual({});
});

test('another question begins at its first page', () => {
  expect(asking({ q: '마스크', kind: 'AGENDA', page: 4 }, { kind: undefined })).toEqual({ q: '마스크' });
  expect(asking({ q: '마스크', page: 4 }, { page: 5 })).toEqual({ q: '마스크', page: 5 });
});

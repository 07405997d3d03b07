import { expect, test } from 'vitest';
import { fileName } from './download.ts';

test('the name is read as RFC 5987 writes it', () => {
  const korean = encodeURIComponent('영상회의 제287회 안건 자료(20201208).pdf');
  expect(fileName(`attachment; filename="=?UTF-8?Q?x?="; filename*=UTF-8''${korean}`)).toBe(
    '영상회의 제287회 안건 자료(20201208).pdf',
  );
  expect(fileName("attachment; filename*=UTF-8''a.pdf; size=3")).toBe('a.pdf');
});

test('without a name, or with a broken one, there is none', () => {
  expect(fileName('')).toBe('');
  expect(fileName('attachment')).toBe('');
  expect(fileName("attachment; filename*=UTF-8''%E0%A4%A")).toBe('');
});

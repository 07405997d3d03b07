import { expect, it } from 'vitest';
import { tokenOf } from './http.ts';
import { problemOf } from './problem.ts';

it('takes the server’s two sentences', async () => {
  const body = { code: 'wrong', detail: '틀렸습니다.', detailEn: 'Wrong.' };
  const response = Response.json(body, { status: 409, headers: { 'content-type': 'application/problem+json' } });
  const problem = await problemOf(response);
  expect(problem).toMatchObject({ status: 409, code: 'wrong' });
  expect(problem.sentence('ko')).toBe('틀렸습니다.');
  expect(problem.sentence('en')).toBe('Wrong.');
});

it.each([
  ['<html>502</html>', 'text/html', 502, 'failed'],
  ['{broken', 'application/json', 403, 'denied'],
  ['null', 'application/json', 401, 'sign-in-needed'],
])('has a sentence of its own for %s', async (body, type, status, code) => {
  const problem = await problemOf(new Response(body, { status, headers: { 'content-type': type } }));
  expect(problem.code).toBe(code);
  expect(problem.ko).toMatch(/\.$/);
});

it('finds the token among other cookies', () => {
  expect(tokenOf('A=1; XSRF-TOKEN=a%2Fb; B=2')).toBe('a/b');
  expect(tokenOf('NOT-XSRF-TOKEN=1')).toBeNull();
});

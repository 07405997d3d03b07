import { expect, it } from 'vitest';
import { newId } from './newId.ts';

it('makes identifiers that the server reads, never the same twice', () => {
  const made = Array.from({ length: 1_000 }, newId);
  for (const id of made) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(new Set(made).size).toBe(made.length);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { safeNext } from '../../src/features/identity/next.ts';

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(tsx?|css)$/.test(entry.name) && !entry.parentPath.includes('generated'))
  .map((entry) => relative('.', join(entry.parentPath, entry.name)));
const lines = (file: string): number => readFileSync(file, 'utf8').split('\n').length;

describe('the sources', () => {
  it('keep to one idea a file', () => {
    expect(files.filter((file) => /\.tsx?$/.test(file) && !file.includes('i18n') && lines(file) > 400)).toEqual([]);
  });

  it('keep React out of the view-models and the room library in one file', () => {
    const live = files.filter((file) => file.startsWith('src/live'));
    expect(live.filter((file) => /from 'react/.test(readFileSync(file, 'utf8')))).toEqual([]);
    const users = files.filter((file) => /from 'livekit-client'/.test(readFileSync(file, 'utf8')));
    expect(users).toEqual(['src/live/livekit.ts']);
  });

  it('name no other host', () => {
    const hosts = files.filter((file) => /https?:\/\/(?!127\.0\.0\.1)/.test(readFileSync(file, 'utf8')));
    expect(hosts).toEqual([]);
  });
});

describe('after signing in', () => {
  it.each([
    ['/m/1', '/m/1'],
    ['//elsewhere.example', '/desk'],
    ['/\\elsewhere.example', '/desk'],
    ['https://elsewhere.example', '/desk'],
    ['/sign-in?next=/sign-in', '/desk'],
    [undefined, '/desk'],
  ])('%s leads to %s', (next, place) => {
    expect(safeNext(next)).toBe(place);
  });
});

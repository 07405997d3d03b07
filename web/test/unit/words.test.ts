import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { ko } from '../../src/i18n/ko.ts';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(path + key, value);
    else for (const [name, text] of leaves(value, `${path}${key}.`)) found.set(name, text);
  }
  return found;
}

const korean = leaves(ko);
const english = leaves(en);
const places = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

function sources(): string {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.|i18n.(ko|en)/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

describe('the words for roles', () => {
  it('are those of the glossary', () => {
    const row = /^\| chair, host, [^|]*\| ([^|]*) \|/m.exec(readFileSync('../docs/glossary.md', 'utf8'));
    const { CHAIR, HOST, CLERK, SPEAKER, ATTENDEE, GUEST } = ko.role;
    expect([CHAIR, HOST, CLERK, SPEAKER, ATTENDEE, GUEST].join(', ')).toBe(row?.[1]);
  });
});

describe('every sentence', () => {
  it('is there in both languages', () => {
    const plural = /_(one|other)$/;
    const base = (keys: Iterable<string>): string[] =>
      [...new Set([...keys].map((key) => key.replace(plural, '')))].sort();
    expect(base(english.keys())).toEqual(base(korean.keys()));
  });

  it('says something, with the same places to fill', () => {
    for (const [key, text] of korean) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).toBeTruthy();
      expect(places(english.get(key) ?? ''), key).toEqual(places(text));
    }
  });

  it('is Korean in Korean and English in English', () => {
    const both = new Set(['room.tally.on-air', 'room.tally.off-air']);
    for (const [key, text] of english) {
      if (!both.has(key)) expect(text, key).not.toMatch(/[가-힣]/);
    }
    for (const [key, text] of korean) expect(text, key).toMatch(/[가-힣]|\{\{/);
  });

  it('that sources ask for is there, and what is there is asked for', () => {
    const text = sources();
    const asked = [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '');
    const known = (key: string): boolean => korean.has(key) || korean.has(`${key}_other`);
    expect(asked.filter((key) => !known(key))).toEqual([]);
    const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const unused = [...korean.keys()]
      .map((key) => key.replace(/_other$/, ''))
      .filter((key) => !text.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});

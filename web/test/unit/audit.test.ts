import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ko } from '../../src/i18n/ko.ts';

const SERVER = '../server/src/main/java';
/** Looks like an action of the audit and is none: an example, a name of a field. */
const OTHERS = ['meeting.opened', 'unit.name'];

const words = ko.audit.action;
const groups = Object.keys(words).filter((group) => group !== 'refused');
const worded = groups.flatMap((group) => {
  const actions = words[group as Exclude<keyof typeof words, 'refused'>];
  return Object.keys(actions).map((action) => `${group}.${action}`);
});

function recorded(): string[] {
  const found = new Set<string>();
  for (const entry of readdirSync(SERVER, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.java')) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    for (const [, action = ''] of text.matchAll(/"((?:[a-z]+-)*[a-z]+\.[a-z]+(?:-[a-z]+)*)"/g)) {
      if (groups.includes(action.split('.')[0] ?? '') && !OTHERS.includes(action)) found.add(action);
    }
    if (entry.name !== 'DirectiveMove.java') continue;
    for (const [, move] of text.matchAll(/^ {4}[A-Z]+\("([a-z]+)", By\./gm)) found.add(`directive.${move}`);
  }
  return [...found].sort();
}

describe('what the server writes into its audit', () => {
  it('has words, and nothing else has', () => {
    expect(worded.sort()).toEqual(recorded());
  });
});

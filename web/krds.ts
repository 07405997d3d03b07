import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss, { type AtRule, type Container, type Rule } from 'postcss';
import type { Plugin } from 'vite';

/*
 * KRDS ships one style sheet of half a megabyte for every component it has. This plugin keeps the rules whose classes
 * and ids our sources name, and the custom properties those rules (or our own CSS) read. Nothing is rewritten.
 */
const KRDS = /krds-uiux\/resources\/css\/component\/output\.css/;
const TOKENS = 'node_modules/krds-uiux/resources/css/token/krds_tokens.css';

export function krds(): Plugin {
  return {
    name: 'onmaru-krds',
    enforce: 'pre',
    transform(code, id) {
      if (!KRDS.test(id)) return null;
      const sources = readSources('src');
      const words = new Set(sources.match(/[A-Za-z_][\w-]*/g) ?? []);
      const tokens = readFileSync(TOKENS, 'utf8').replace(/@charset[^;]*;/, '');
      const root = postcss.parse(tokens + code.replace(/@charset[^;]*;/, '').replace(/@import[^;]*;/, ''));
      root.walkComments((comment) => void comment.remove());
      root.walkRules((rule) => keepKnownSelectors(rule, words));
      dropUnreadProperties(root, sources);
      dropEmpty(root);
      return { code: root.toString(), map: null };
    },
  };
}

/** Everything that can name a class: our components, our style sheets and the page itself. */
export function readSources(folder: string): string {
  const texts = [readFileSync('index.html', 'utf8')];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && /\.(tsx|css)$/.test(entry.name)) texts.push(readFileSync(path, 'utf8'));
  }
  return texts.join('\n');
}

function keepKnownSelectors(rule: Rule, words: Set<string>): void {
  if (rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)) return;
  const kept = rule.selectors.filter((selector) => {
    if (selector.includes('data-krds-mode')) return false;
    const positive = selector.replace(/:not\([^)]*\)/g, '');
    const names = positive.match(/[.#][A-Za-z_][\w-]*/g) ?? [];
    return names.every((name) => words.has(name.slice(1)));
  });
  if (kept.length === 0) rule.remove();
  else rule.selectors = kept;
}

function dropUnreadProperties(root: Container, sources: string): void {
  for (;;) {
    const read = new Set([...root.toString().matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
    for (const match of sources.matchAll(/var\((--krds[\w-]+)/g)) read.add(match[1]);
    let dropped = 0;
    root.walkDecls(/^--krds/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      dropped += 1;
    });
    if (dropped === 0) return;
  }
}

function dropEmpty(root: Container): void {
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}

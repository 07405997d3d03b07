import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';

/*
 * KRDS ships its letters in one file of a quarter of a megabyte a weight, and a phone would wait for half a megabyte
 * before it shows a word. This plugin cuts each file in pieces that the browser fetches as it meets their letters: one
 * with all that our own texts use, twenty with the other common syllables, and one with the rest.
 */
const FONTS = 'node_modules/krds-uiux/resources/fonts';
const CUT = 'node_modules/.cache/onmaru-fonts';
const TEXTS = ['src/i18n/ko.ts', 'src/i18n/en.ts'];
const PIECES = 20;
const FACE = /@font-face\s*{[^}]*url\("krds-uiux\/resources\/fonts\/([\w.-]+)\.woff2"\)[^}]*}/g;

interface Piece {
  name: string;
  letters: number[];
  /** True for the piece that has what no other has: it is asked for whatever is in none of them. */
  rest: boolean;
}

export function fonts(): Plugin {
  return {
    name: 'onmaru-fonts',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.endsWith('/src/ui/base.css')) return null;
      let css = code;
      for (const [face, font] of code.matchAll(FACE)) {
        if (font !== undefined) css = css.replace(face, await cut(face, font));
      }
      return { code: css, map: null };
    },
  };
}

/** The rule for a whole font as rules for its pieces, whose files are there afterwards. */
async function cut(face: string, font: string): Promise<string> {
  const whole = readFileSync(join(FONTS, `${font}.woff2`));
  mkdirSync(CUT, { recursive: true });
  const rules: string[] = [];
  for (const piece of pieces()) {
    const text = String.fromCodePoint(...piece.letters);
    const file = join(
      CUT,
      `${font}-${piece.name}-${createHash('sha256').update(whole).update(text).digest('hex').slice(0, 12)}.woff2`,
    );
    if (!existsSync(file)) {
      writeFileSync(`${file}.part`, await subsetFont(whole, text, { targetFormat: 'woff2' }));
      renameSync(`${file}.part`, file);
    }
    const range = piece.rest ? 'U+0-10FFFF' : rangeOf(piece.letters);
    rules.push(
      face
        .replace(`krds-uiux/resources/fonts/${font}.woff2`, relative('src/ui', file))
        .replace(/}$/, `  unicode-range: ${range};\n}`),
    );
  }
  return rules.join('\n\n');
}

/** In the order in which their rules stand: of two rules for the same letter the later one counts. */
function pieces(): Piece[] {
  const ours = new Set([...printable(), ...TEXTS.flatMap((file) => lettersOf(readFileSync(file, 'utf8')))]);
  const others = commonSyllables().filter((letter) => !ours.has(letter));
  const size = Math.ceil(others.length / PIECES);
  const parts = Array.from({ length: PIECES }, (_, at) => others.slice(at * size, (at + 1) * size));
  const common = new Set([...ours, ...others]);
  const rest = Array.from({ length: 0xffff }, (_, at) => at + 1).filter((at) => !common.has(at) && !isSurrogate(at));
  return [
    { name: 'rest', letters: rest, rest: true },
    ...parts.map((letters, at) => ({ name: `part-${at + 1}`, letters, rest: false })),
    { name: 'ours', letters: [...ours].sort((a, b) => a - b), rest: false },
  ];
}

function lettersOf(text: string): number[] {
  return [...text].map((letter) => letter.codePointAt(0) ?? 0).filter((letter) => letter > 0x20);
}

function printable(): number[] {
  return Array.from({ length: 0x7e - 0x20 + 1 }, (_, at) => 0x20 + at);
}

function isSurrogate(letter: number): boolean {
  return letter >= 0xd800 && letter <= 0xdfff;
}

/** The 2,350 syllables of KS X 1001, which is what Korean is mostly written with. */
export function commonSyllables(): number[] {
  const korean = new TextDecoder('euc-kr');
  const rows = Array.from({ length: 0xc8 - 0xb0 + 1 }, (_, at) => 0xb0 + at);
  const places = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, at) => 0xa1 + at);
  return rows.flatMap((row) => places.flatMap((place) => lettersOf(korean.decode(new Uint8Array([row, place])))));
}

/** `U+41-43,U+AC00`; letters in order. */
export function rangeOf(letters: number[]): string {
  const runs: [number, number][] = [];
  for (const letter of letters) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === letter) last[1] = letter;
    else runs.push([letter, letter]);
  }
  const hex = (letter: number) => letter.toString(16).toUpperCase();
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}

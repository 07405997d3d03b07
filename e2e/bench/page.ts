/**
 * `./onmaru bench page`: Lighthouse, as on a phone of the middle class with a slow network, looks at what citizens see. How
 * much slower than this machine such a phone is taken to be follows from Lighthouse's own index of this machine, by the
 * table in its documentation on throttling. The last line of the output is JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { ask } from '../src/api.ts';
import { Person } from '../src/browser.ts';
import { openToday } from '../src/hall.ts';
import { freePort, Onmaru, ROOT } from '../src/onmaru.ts';

const PAGES = ['/', '/meetings', '/series', '/search', '/city-figures'];

/** From that index on, a phone of the middle class is so many times slower. */
const SLOWER = [
  { index: 1_500, times: 4 },
  { index: 800, times: 2 },
  { index: 0, times: 1 },
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

interface Looked {
  page: string;
  performance: number;
  accessibility: number;
  best_practices: number;
  seo: number;
  first_paint_ms: number;
  largest_paint_ms: number;
  blocked_ms: number;
  shift: number;
  kilobytes: number;
  /** How many times slower than this machine the phone is taken to be. */
  slowdown: number;
}

async function run(url: string, page: string, port: number, times: number): Promise<Result> {
  const result = await lighthouse(new URL(page, url).href, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
    throttling: { cpuSlowdownMultiplier: times },
  });
  if (result === undefined) throw new Error(`${page}: Lighthouse saw nothing`);
  if (result.lhr.runtimeError !== undefined) throw new Error(`${page}: ${result.lhr.runtimeError.message}`);
  return result.lhr;
}

async function look(url: string, page: string, port: number, times: number): Promise<Omit<Looked, 'slowdown'>> {
  const { categories, audits } = await run(url, page, port, times);
  const points = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  for (const { id, score, displayValue } of Object.values(audits)) {
    if (score !== null && score < 0.9) process.stdout.write(`    ${id} ${score} ${displayValue ?? ''}\n`);
  }
  return {
    page,
    performance: points('performance'),
    accessibility: points('accessibility'),
    best_practices: points('best-practices'),
    seo: points('seo'),
    first_paint_ms: Math.round(value('first-contentful-paint')),
    largest_paint_ms: Math.round(value('largest-contentful-paint')),
    blocked_ms: Math.round(value('total-blocking-time')),
    shift: Math.round(value('cumulative-layout-shift') * 1_000) / 1_000,
    kilobytes: Math.round(value('total-byte-weight') / 1_024),
  };
}

/** A meeting that was held, so that its page has something to say. */
async function heldMeeting(onmaru: Onmaru): Promise<string> {
  const host = await Person.open(onmaru.url);
  try {
    await host.signIn(onmaru.account('host'));
    const meeting = await openToday(host);
    for (const step of ['start', 'adjourn']) await ask(host, 'POST', `/api/v1/meetings/${meeting}/${step}`);
    return meeting;
  } finally {
    await host.leave();
  }
}

async function measure(): Promise<Looked[]> {
  process.stdout.write('서버를 켭니다 (starting a server)…\n');
  const onmaru = await Onmaru.run();
  const meeting = await heldMeeting(onmaru).catch(async (error: unknown) => {
    await onmaru.stop();
    throw error;
  });
  const profile = mkdtempSync(join(tmpdir(), 'onmaru-page-'));
  const port = await freePort();
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: join(ROOT, 'e2e/chromium.sh'),
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  });
  try {
    const { benchmarkIndex } = (await run(onmaru.url, '/', port, 1)).environment;
    const times = SLOWER.find(({ index }) => benchmarkIndex >= index)?.times ?? 1;
    process.stdout.write(
      `  이 기계의 지수 ${Math.round(benchmarkIndex)}, 전화기는 ${times}배 느리다고 봅니다 (index, slowdown)\n`,
    );
    const all: Looked[] = [];
    for (const page of [...PAGES, `/meetings/${meeting}`]) {
      process.stdout.write(`  ${page}\n`);
      all.push({ ...(await look(onmaru.url, page, port, times)), slowdown: times });
    }
    return all;
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
    await onmaru.stop();
  }
}

const all = await measure();
process.stdout.write('\n화면 (page)        빠르기  접근성  관행  검색  처음 ms  가장 큰 ms  막힘 ms  KB\n');
for (const one of all) {
  const figures = [one.performance, one.accessibility, one.best_practices, one.seo];
  const times = [one.first_paint_ms, one.largest_paint_ms, one.blocked_ms, one.kilobytes];
  process.stdout.write(
    `${one.page.slice(0, 17).padEnd(17)} ${[...figures, ...times].map((each) => String(each).padStart(6)).join(' ')}\n`,
  );
}
process.stdout.write(`${JSON.stringify(all)}\n`);

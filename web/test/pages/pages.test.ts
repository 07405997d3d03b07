import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MockServer } from '../mock/server.ts';
import { openBrowser } from './browser.ts';
import { SCENES, type Scene } from './scenes.ts';

const OUT = 'test/.out';
const WIDTHS = process.env.ONMARU_WIDTHS?.split(',').map(Number) ?? [360, 1440];
const only = process.env.ONMARU_SCENE;

let server: MockServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true });
  server = new MockServer({ dist: 'dist' });
  origin = await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(WIDTHS)('at %i pixels', (width) => {
  it.each(SCENES.filter((scene) => only === undefined || scene.name.startsWith(only)))('$name', async (scene) => {
    server.answers = scene.answers ?? {};
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 740 : 900 },
      locale: 'ko-KR',
      permissions: ['camera', 'microphone'],
      reducedMotion: 'reduce',
    });
    try {
      await judge(context, scene, width);
    } finally {
      await context.close();
    }
  });
});

async function judge(context: BrowserContext, scene: Scene, width: number): Promise<void> {
  const page = await context.newPage();
  const trouble = watch(page);
  await page.goto(origin + scene.path);
  if (scene.act) await scene.act(page);
  await page.getByText(scene.shows).filter({ visible: true }).first().waitFor({ timeout: 15_000 });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${OUT}/${scene.name}-${width}.png`, fullPage: true });
  expect(page.frames(), 'frames would not be looked at').toHaveLength(1);
  // Without a page of its own to sum up in, and without a list of what is right: the same findings in half the time.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  const spills = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(spills, 'the page must not scroll sideways').toBeLessThanOrEqual(0);
  expect(await page.locator('h1').count(), 'one heading names the page').toBe(1);
  expect(trouble, 'nothing is blocked by the policy, nothing throws, no outside host').toEqual([]);
}

/** Collects what must never happen: policy violations, uncaught errors, requests to other hosts. */
function watch(page: Page): string[] {
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(origin).host) trouble.push(`outside: ${request.url()}`);
  });
  return trouble;
}

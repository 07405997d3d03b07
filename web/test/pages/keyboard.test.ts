import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MockServer } from '../mock/server.ts';
import { openBrowser } from './browser.ts';
import { SCENES } from './scenes.ts';

/** Pages that somebody without a mouse must get through; named as their scenes. */
const PAGES = ['citizen-live', 'citizen-between', 'sign-in', 'desk', 'board', 'board-clerk', 'account'];
/** Longer than any page here: whoever is not through by then is caught somewhere. */
const MOST = 150;

interface Stop {
  /** Place among everything that can be reached on the page. */
  index: number;
  what: string;
  named: boolean;
  seen: boolean;
  marked: boolean;
}

let server: MockServer;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  server = new MockServer({ dist: 'dist' });
  origin = await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe.each(PAGES)('by keyboard alone: %s', (name) => {
  it('everything is reached in its order, is named and shows that it has the focus', async () => {
    const scene = SCENES.find((each) => each.name === name);
    if (scene === undefined) throw new Error(`no scene ${name}`);
    server.answers = scene.answers ?? {};
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    try {
      await page.addInitScript(`window.appearance = ${appearance}`);
      await page.goto(origin + scene.path);
      if (scene.act) await scene.act(page);
      await page.getByText(scene.shows).filter({ visible: true }).first().waitFor();
      await page.evaluate(() => {
        window.scrollTo(0, 0);
        (document.activeElement as HTMLElement | null)?.blur();
      });
      const wanted = await page.evaluate(number);
      const stops = await walk(page);
      expect(stops.filter((stop) => !(stop.named && stop.seen && stop.marked))).toEqual([]);
      const order = stops.map((stop) => stop.index).filter((index) => index >= 0);
      expect(
        [...order].sort((a, b) => a - b),
        'in the order of the page',
      ).toEqual(order);
      const missed = wanted.filter((_, index) => !order.includes(index));
      expect(missed, 'reached by Tab').toEqual([]);
      expect(stops[0]?.what, 'the first leads past the navigation').toContain('본문 바로가기');
    } finally {
      await page.close();
    }
  });
});

it('the way past the navigation leads into the page', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    server.answers = {};
    await page.goto(origin);
    await page.locator('h1').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
  } finally {
    await page.close();
  }
});

/** In every page, for what runs there: what a focus may change about the look of something. */
function appearance(element: Element): string {
  const { outline, boxShadow, border, backgroundColor } = getComputedStyle(element);
  return [outline, boxShadow, border, backgroundColor].join(' ');
}

/** Runs in the page: numbers whatever can have the focus; a group of radio buttons is one stop. */
function number(): string[] {
  const selector = 'a[href], button, input, select, textarea, summary, video[controls], [tabindex]';
  const groups = new Set<string>();
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (element.tabIndex < 0 || element.matches(':disabled, [type=hidden]') || !element.checkVisibility()) return false;
    // A recording that is not there has nothing to press.
    if (element instanceof HTMLVideoElement && element.readyState === 0) return false;
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      if (groups.has(element.name)) return false;
      groups.add(element.name);
    }
    return true;
  });
  all.forEach((element, index) => {
    element.dataset.stop = String(index);
  });
  const labels = document.querySelectorAll<HTMLElement>('label');
  for (const each of [...all, ...labels]) each.dataset.plain = appearance(each);
  return all.map((element) => element.outerHTML.slice(0, 120));
}

/** Presses Tab until the page is over. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(look);
    if (stop === null) return stops;
    const before = stops.at(-1);
    // The parts of a date are stops within one field; the browser marks its own button in it.
    if (before?.index === stop.index) before.marked ||= stop.marked;
    else stops.push(stop);
  }
  throw new Error(`caught after ${MOST} presses: ${stops.at(-1)?.what}`);
}

/** Runs in the page: what has the focus; null outside of the page. */
async function look(): Promise<Stop | null> {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body) return null;
  const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null;
  const counted = group === null ? element : document.querySelector<HTMLElement>(`[name="${group}"][data-stop]`);
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const name = [element.getAttribute('aria-label'), element.textContent, element.getAttribute('aria-labelledby')]
    .concat(labels.map((label) => label.textContent))
    .find((each) => each?.trim());
  // What is hidden for the eye shows its focus on its label.
  const marks = [element, ...labels];
  const inView = () => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.bottom > 0 && box.top < window.innerHeight;
  };
  // The page scrolls there with its next frames.
  for (let frame = 0; frame < 60 && !inView(); frame++) await new Promise(requestAnimationFrame);
  return {
    index: Number(counted?.dataset.stop ?? -1),
    what: `${name?.trim()} ${element.outerHTML.slice(0, 80)}`,
    named: Boolean(name),
    seen: inView(),
    marked: marks.some((each) => each.dataset.plain !== appearance(each)),
  };
}

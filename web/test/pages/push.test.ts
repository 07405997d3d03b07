import type { Browser, BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MockServer } from '../mock/server.ts';
import { openBrowser } from './browser.ts';
import { pretendService } from './pushScenes.ts';

let server: MockServer;
let browser: Browser;
let origin: string;
let context: BrowserContext;
let page: Page;
let worker: Worker;

interface Shown {
  title: string;
  body: string;
  tag: string;
  lang: string;
}

beforeAll(async () => {
  server = new MockServer({ dist: 'dist' });
  origin = await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What the page's service worker is up to. Runs in the browser. */
async function activity(): Promise<string | undefined> {
  return (await navigator.serviceWorker.ready).active?.state;
}

/** A citizen who pressed the button: the service worker is there. */
beforeEach(async () => {
  server.answers = { 'POST /public/subscriptions': { every: true, seriesIds: [] } };
  context = await browser.newContext();
  await context.grantPermissions(['notifications'], { origin });
  page = await context.newPage();
  await page.goto(origin);
  await pretendService(page);
  const started = context.waitForEvent('serviceworker');
  await page.getByRole('button', { name: '알림 받기', exact: true }).click();
  await page.getByRole('button', { name: '허용하고 알림 받기' }).click();
  await page.getByText('알림을 켰습니다').waitFor();
  worker = await started;
  // Until then a push finds nobody.
  await expect.poll(() => page.evaluate(activity), { timeout: 10_000 }).toBe('activated');
});

afterEach(() => context?.close());

/**
 * In the service worker: no hand can touch a notification here, so the event is made; what it does with windows, which
 * needs a hand too, is written down.
 */
const touched = `(async () => {
  const done = [];
  self.clients.openWindow = async (url) => void done.push('opened ' + url);
  WindowClient.prototype.focus = async function () {
    done.push('focused ' + this.url);
  };
  const [notification] = await self.registration.getNotifications();
  const work = [];
  const event = new NotificationEvent('notificationclick', { notification });
  event.waitUntil = (promise) => work.push(promise);
  self.dispatchEvent(event);
  await Promise.all(work);
  return done;
})()`;

/** As if a push service had brought it. */
async function push(data: string): Promise<void> {
  const session: CDPSession = await context.newCDPSession(page);
  const registration = new Promise<string>((resolve) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find((each) => each.scopeURL === `${origin}/`);
      if (ours) resolve(ours.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registration, data });
  await session.detach();
}

function notifications(): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });
}

/** What is shown, once that many are. */
async function shown(count: number): Promise<Shown[]> {
  await expect.poll(notifications, { timeout: 10_000 }).toHaveLength(count);
  return notifications();
}

/**
 * Pushes until it shows: while a browser is still asking its desktop how to show anything, what came is lost. The same
 * push takes its own place, so what is shown in the end is what one of them shows.
 */
async function pushUntil(data: string, shows: (all: Shown[]) => boolean): Promise<Shown[]> {
  await expect
    .poll(
      async () => {
        await push(data);
        const soon = Date.now() + 3_000;
        let all = await notifications();
        while (!shows(all) && Date.now() < soon) all = await notifications();
        return shows(all);
      },
      { timeout: 30_000 },
    )
    .toBe(true);
  return notifications();
}

describe('the service worker', () => {
  it('shows what is pushed, and the same once more in its place', async () => {
    const said = {
      title: '상황보고 07:30 마감',
      text: '아직 제출되지 않았습니다.',
      path: '/reports',
      lang: 'ko',
      topic: 'a',
    };
    const first = await pushUntil(JSON.stringify(said), (all) => all.length > 0);
    expect(first).toEqual([{ title: said.title, body: said.text, tag: 'a', lang: 'ko' }]);
    const again = await pushUntil(JSON.stringify({ ...said, title: '다시' }), ([one]) => one?.title === '다시');
    expect(again).toHaveLength(1);
    const another = { ...said, title: 'A meeting has begun', lang: 'en', topic: 'b' };
    const both = await pushUntil(JSON.stringify(another), (all) => all.length > 1);
    expect(both.map((each) => each.lang).sort()).toEqual(['en', 'ko']);
  });

  it.each(['', 'no json', '{"title":7}', 'null'])('shows something whatever came: %j', async (data) => {
    const all = await pushUntil(data, (some) => some.length > 0);
    expect(all[0]?.title).toBe('온마루');
  });

  it.each([
    ['/reports', '/reports'],
    ['https://elsewhere.example/', null],
    ['//elsewhere.example/', null],
  ])('opens %s when it is touched', async (path, opened) => {
    await pushUntil(JSON.stringify({ title: '회의', path, topic: 'a' }), (all) => all.length === 1);
    const addresses = await worker.evaluate<string[]>(touched);
    expect(addresses).toEqual(opened === null ? [] : [`opened ${origin}${opened}`]);
    await shown(0);
  });

  it('brings the page to the front when it is open', async () => {
    await pushUntil(JSON.stringify({ title: '회의', path: '/', topic: 'a' }), (all) => all.length === 1);
    const focused = await worker.evaluate<string[]>(touched);
    expect(focused).toEqual([`focused ${origin}/`]);
  });

  it('controls nothing and keeps nothing', async () => {
    await page.reload();
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
    const manifest = await page.evaluate(async () => (await fetch('/manifest.json')).json());
    for (const { src } of (manifest as { icons: { src: string }[] }).icons) {
      expect(await page.evaluate(async (path) => (await fetch(path)).status, src)).toBe(200);
    }
  });
});

import { mkdirSync, readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fixtures from '../mock/fixtures.ts';
import { type Answers, MockServer, Refusal, roomToken } from '../mock/server.ts';
import { Sfu } from '../mock/sfu.ts';
import { openBrowser } from './browser.ts';

const binary = process.env.ONMARU_SFU;
const OUT = 'test/.out';
const PICTURES = /\/slide\/f1\/\d+/;
const CHARTS = /\/slide\/chart(-preview|\/)/;

/** A page of a file as the server draws it, with its number. */
const drawn = (route: Route): Promise<void> =>
  route.fulfill({
    contentType: 'image/svg+xml',
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="1040" height="585"><rect width="1040" height="585" fill="#fff"/>
      <text x="80" y="140" font-size="64">이동통제 구간 ${new URL(route.request().url()).pathname.split('/').at(-1)}</text></svg>`,
  });

/** A chart as the server draws it. */
const charted = (route: Route): Promise<void> =>
  route.fulfill({ contentType: 'image/png', body: readFileSync('test/mock/chart.png') });

/* Needs the real room server: ONMARU_SFU names its program. */
describe.runIf(binary)('the room with a real room server', () => {
  const sfu = new Sfu(binary ?? '');
  let server: MockServer;
  let browser: Browser;
  let origin: string;
  const trouble: string[] = [];

  beforeAll(async () => {
    mkdirSync(OUT, { recursive: true });
    await sfu.start();
    server = new MockServer({ dist: 'dist', sfu });
    origin = await server.start();
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await sfu.stop();
  });

  async function enter(
    identity: string,
    who: { name: string; unit: string; post: string },
    seat: number,
    width = 1440,
    more: Answers = {},
    permissions = fixtures.meeting.myPermissions,
  ) {
    const attributes = {
      unit: who.unit,
      post: who.post,
      role: 'HOST',
      seat: String(seat),
      simulated: seat > 2 ? 'true' : '',
    };
    const answers: Answers = {
      'GET /me': { ...fixtures.host, ...who },
      'POST /meetings/m1/join': () => ({
        url: '/sfu',
        token: roomToken(sfu, identity, who.name, attributes),
        identity,
        role: 'HOST',
        ...who,
        permissions,
      }),
      'POST /meetings/m1/on-air': fixtures.programme,
      'POST /meetings/m1/off-air': { ...fixtures.programme, state: 'OFF_AIR', wanted: 'OFF_AIR', tally: 'OFF_AIR' },
      'POST /meetings/m1/mute-all': { muted: 11 },
      'GET /meetings/m1/removed': fixtures.removed,
      'DELETE /meetings/m1/removed/p-9': null,
      'POST /directives/preview': fixtures.preview,
      'POST /directives': fixtures.directives.directives,
      ...more,
    };
    server.answers = answers;
    const context = await browser.newContext({
      viewport: { width, height: width < 600 ? 740 : 900 },
      permissions: ['camera', 'microphone'],
      reducedMotion: 'reduce',
    });
    await context.route(PICTURES, drawn);
    await context.route(CHARTS, charted);
    const page = await context.newPage();
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) trouble.push(message.text());
    });
    await page.goto(`${origin}/m/m1`);
    await page.getByRole('button', { name: '회의 들어가기' }).click();
    await page.getByRole('button', { name: '카메라 끄기' }).waitFor({ timeout: 20_000 });
    return page;
  }

  const judge = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: `${OUT}/${name}.png` });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  };
  const moving = (page: Page): Promise<number> =>
    page.locator('video').evaluateAll((all) => all.filter((each) => (each as HTMLVideoElement).videoWidth > 0).length);

  it('takes a directive in one line beside the pictures', async () => {
    const one = await enter('p-1', { name: '문초롱', unit: '비서실', post: '주무관' }, 1);
    await one.getByRole('button', { name: '지시사항' }).click();
    await one.getByText('강변 체육시설 소독').first().waitFor();
    await one.getByLabel('지시 한 줄').fill('@능서면 마스크 3천 장 11/25까지');
    await one.getByText('세종대왕면(옛 이름 능서면)').waitFor();
    await judge(one, 'room-directives-1440');
    await one.getByLabel('지시 한 줄').press('Enter');
    await one.getByText(/저장했습니다: 제2020-12호/).waitFor();
    expect(await one.getByLabel('지시 한 줄').inputValue()).toBe('');
    await one.getByRole('button', { name: '답하기' }).click();
    await one.getByRole('combobox', { name: '답', exact: true }).selectOption('REFUSED');
    await one.getByRole('dialog').getByRole('button', { name: '저장' }).click();
    await one.getByText('입력해 주세요').waitFor();
    await judge(one, 'room-need-1440');
    await one.context().close();

    const phone = await enter('p-1', { name: '문초롱', unit: '비서실', post: '주무관' }, 1, 360);
    await judge(phone, 'room-clerk-360');
    await phone.getByRole('button', { name: '지시사항' }).click();
    await phone.getByText('강변 체육시설 소독').first().waitFor();
    await judge(phone, 'room-directives-360');
    await phone.context().close();
    expect(trouble).toEqual([]);
  }, 60_000);

  it('shows a page to everybody, and lets its presenter turn it by keyboard', async () => {
    const pages = fixtures.slide.slide?.pages;
    const at = (page: number) => ({ ...fixtures.slide, slide: { ...fixtures.slide.slide, page } });
    const presenter = { 'GET /meetings/m1/slide': fixtures.slide, 'PUT /meetings/m1/slide': at(4) };
    const one = await enter('p-1', { name: '이서연', unit: '시민소통담당관', post: '주무관' }, 1, 1440, {
      ...presenter,
      'DELETE /meetings/m1/slide': new Refusal(503, '지금은 내릴 수 없습니다. 잠시 뒤 다시 눌러 주세요.', 'Not now.'),
    });
    const picture = one.getByRole('img', { name: /이동통제와 소독 계획.*12쪽 가운데 3쪽/ });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await judge(one, 'room-slide-1440');
    await one.getByRole('button', { name: '앞쪽' }).focus();
    await one.keyboard.press('ArrowRight');
    await one.getByText(`4 / ${pages}쪽`).waitFor();
    await one.getByRole('button', { name: '내리기' }).click();
    await one.getByText('지금은 내릴 수 없습니다').waitFor();
    await judge(one, 'room-slide-refused-1440');
    Object.assign(server.answers, { 'DELETE /meetings/m1/slide': { ...fixtures.slide, slide: null } });
    await one.getByRole('button', { name: '내리기' }).click();
    await one.getByRole('img', { name: /화면 자료/ }).waitFor({ state: 'detached' });
    expect(await one.evaluate(() => document.activeElement?.id)).toBe('controls');
    await one.getByRole('button', { name: '의사일정' }).click();
    await one.getByRole('button', { name: /이동통제와 소독 계획.*화면에 띄우기/ }).click();
    await one.getByRole('button', { name: /이동통제와 소독 계획.*화면에서 내리기/ }).waitFor();
    await judge(one, 'room-slide-agenda-1440');
    await one.context().close();

    const phone = await enter('p-2', { name: '남궁민수', unit: '세종대왕면', post: '팀장' }, 2, 360, {
      ...presenter,
      'GET /meetings/m1/slide': { ...fixtures.slide, mayShow: false, files: [] },
    });
    await phone.getByRole('img', { name: /화면 자료/ }).waitFor();
    expect(await phone.getByRole('button', { name: '내리기' }).count()).toBe(0);
    await judge(phone, 'room-slide-360');
    await phone.context().route(PICTURES, (route) => route.fulfill({ status: 404 }));
    await phone.reload();
    await phone.getByRole('button', { name: '회의 들어가기' }).click();
    await phone.getByText('화면 자료를 불러오지 못했습니다').waitFor({ timeout: 20_000 });
    await judge(phone, 'room-slide-lost-360');
    await phone.context().unroute(PICTURES);
    await phone.context().route(PICTURES, drawn);
    await phone.getByRole('button', { name: '다시 시도' }).click();
    await phone.getByRole('img', { name: /화면 자료/ }).waitFor();
    await phone.context().close();

    const none = { ...fixtures.slide, slide: null };
    const head = await enter(
      'p-2',
      { name: '남궁민수', unit: '세종대왕면', post: '면장' },
      2,
      360,
      { ...presenter, 'GET /meetings/m1/slide': none },
      ['JOIN', 'PUBLISH_MEDIA', 'SEE_INTERNAL'],
    );
    await judge(head, 'room-slide-offer-360');
    await head
      .getByRole('region', { name: '우리 안건의 자료' })
      .getByRole('button', { name: /소독 계획/ })
      .click();
    await head.getByRole('img', { name: /12쪽 가운데 4쪽/ }).waitFor();
    await judge(head, 'room-slide-presenter-360');
    await head.context().close();
    expect(trouble).toEqual([]);
  }, 90_000);

  it('puts figures on the stage, with their numbers in words and as a table', async () => {
    const none = { ...fixtures.chart, chart: null };
    const host = { 'GET /meetings/m1/slide': none, 'PUT /meetings/m1/slide/chart': fixtures.chart };
    for (const width of [1440, 360]) {
      const one = await enter('p-1', { name: '이서연', unit: '시민소통담당관', post: '주무관' }, 1, width, host);
      await one.getByRole('button', { name: '의사일정' }).click();
      await one.getByRole('button', { name: '수치 띄우기' }).press('Enter');
      await one.getByRole('img', { name: '미리 보기: 소독 장소 오늘 읍면동별' }).waitFor();
      await judge(one, `room-chart-choose-${width}`);
      await one.getByLabel('지표').selectOption('covid.confirmed');
      await one.getByText('읍면동별 수치는 시민에게 공개하지 않습니다').waitFor();
      expect(await one.getByRole('img', { name: /미리 보기/ }).count()).toBe(0);
      await judge(one, `room-chart-refused-${width}`);
      await one.getByLabel('보여 줄 모양').selectOption('DAYS_14');
      await one.getByRole('img', { name: '미리 보기: 확진 14일 추이' }).waitFor();
      await one.getByLabel('지표').selectOption('disinfect.sites');
      await one.getByLabel('보여 줄 모양').selectOption('UNITS');
      await one.getByRole('dialog').getByRole('button', { name: '화면에 띄우기' }).click();
      const picture = one.getByRole('img', { name: /합계 189개소.*여흥동 40개소.*미제출 1곳/ });
      await picture.waitFor();
      await one.getByText('가남읍 미접속').waitFor();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      await one.getByRole('button', { name: '수치 내리기' }).waitFor();
      await judge(one, `room-chart-agenda-${width}`);
      await one.keyboard.press('Escape');
      await one.getByRole('button', { name: '표로 보기' }).press('Enter');
      await one.getByRole('dialog').getByRole('cell', { name: '미제출' }).waitFor();
      await judge(one, `room-chart-table-${width}`);
      await one.keyboard.press('Escape');
      Object.assign(server.answers, { 'DELETE /meetings/m1/slide': none });
      await one.getByRole('button', { name: '내리기', exact: true }).click();
      await picture.waitFor({ state: 'detached' });
      expect(await one.evaluate(() => document.activeElement?.id)).toBe('controls');
      await one.context().close();
    }

    const watching = await enter('p-2', { name: '남궁민수', unit: '세종대왕면', post: '팀장' }, 2, 360, {
      'GET /meetings/m1/slide': { ...fixtures.chart, mayShow: false, files: [] },
      'GET /meetings/m1/participants': [fixtures.presenter],
    });
    await watching.getByText('읍장 김가람').waitFor();
    expect(await watching.getByText('미접속').count()).toBe(0);
    await watching.getByRole('img', { name: /화면에 띄운 수치/ }).waitFor();
    expect(await watching.getByRole('button', { name: '내리기' }).count()).toBe(0);
    await judge(watching, 'room-chart-360');
    await watching.context().close();
    expect(trouble).toEqual([]);
  }, 90_000);

  it('shows everybody, lets the host run it, and survives the room server', async () => {
    const one = await enter('p-1', { name: '이서연', unit: '시민소통담당관', post: '주무관' }, 1);
    const two = await enter('p-2', { name: '남궁민수', unit: '세종대왕면', post: '맞춤형복지팀장 직무대리' }, 2);
    const phone = await enter('s-3', { name: '김하늘', unit: '재난안전대책본부', post: '상황실장' }, 3, 360);
    await expect.poll(() => moving(one), { timeout: 20_000 }).toBe(3);
    await expect.poll(() => moving(phone), { timeout: 20_000 }).toBe(3);
    for (const page of [one, two, phone]) await page.getByRole('button', { name: '마이크 끄기' }).waitFor();
    await judge(one, 'room-1440');
    await judge(phone, 'room-360');

    await two.getByRole('button', { name: '마이크 끄기' }).click();
    await one.locator('figure', { hasText: '남궁민수' }).locator('.tile-muted').waitFor();

    expect(await one.locator('.room').getAttribute('data-tally')).toBe('on-air');
    await one.getByRole('button', { name: '비공개로 전환' }).click();
    await one.locator('.room[data-tally="off-air"]').waitFor();
    await one.getByRole('button', { name: /^참석/ }).click();
    await one.getByRole('button', { name: '모두 음소거' }).click();
    await one.getByText('11명의 마이크를').waitFor();
    await one.getByRole('button', { name: '황보혜린 다시 들이기' }).click();
    await one.getByText('황보혜린 님이 다시 들어올 수 있습니다').waitFor();
    await judge(one, 'room-people-1440');

    await one.getByRole('button', { name: '의사일정' }).click();
    await one.getByRole('button', { name: /세종대왕면.*시작/ }).click();
    await one.getByText('다른 사람이 뺐을 수 있습니다').waitFor();
    await judge(one, 'room-agenda-1440');
    await one.getByLabel('안건 자료 내려받기: 형식').selectOption('hwpx');
    const kept = one.waitForEvent('download');
    await one.getByRole('button', { name: '안건 자료 내려받기' }).click();
    await kept;
    await one.getByRole('button', { name: '“세종대왕면 상황보고” 파일' }).click();
    await one.getByRole('button', { name: /이동통제와 소독 계획.*떼기/ }).waitFor();
    await judge(one, 'room-agenda-files-1440');
    await one.locator('dialog').getByRole('button', { name: '닫기' }).last().click();
    await one.getByRole('button', { name: '안건 넣기' }).click();
    await one.getByLabel('시민에게 공개하는 안건').uncheck({ force: true });
    await one.getByText('비공개 안건을 시작하면').waitFor();
    await one.getByRole('button', { name: '저장' }).click();
    await one.getByText('입력해 주세요').waitFor();
    await judge(one, 'room-agenda-item-1440');
    await one.keyboard.press('Escape');
    await phone.getByRole('button', { name: '의사일정' }).click();
    await phone.getByText('마무리', { exact: true }).first().waitFor();
    await judge(phone, 'room-agenda-360');
    await phone.keyboard.press('Escape');
    await one.getByRole('button', { name: '방송 시작' }).click();
    await one.getByRole('button', { name: '진행', exact: true }).click();
    await one.getByRole('button', { name: '발언자 크게' }).last().click();
    await judge(one, 'room-host-1440');
    await one.keyboard.press('Escape');

    await phone.context().close();
    await one.locator('figure', { hasText: '김하늘' }).getByText('나감').waitFor();
    await judge(one, 'room-gone-1440');

    await sfu.stop();
    await two.getByText('다시 연결하는 중').waitFor({ timeout: 30_000 });
    await judge(two, 'room-reconnecting-1440');
    await sfu.start();
    await two.getByText('다시 연결하는 중').waitFor({ state: 'detached', timeout: 60_000 });
    await expect.poll(() => moving(two), { timeout: 20_000 }).toBeGreaterThan(0);
    await two.getByRole('button', { name: '나가기' }).click();
    await two.getByText('다시 들어갈 수 있습니다').waitFor();
    expect(trouble).toEqual([]);
  }, 300_000);
});

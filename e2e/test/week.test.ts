import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../src/api.ts';
import { DESK, Person, PHONE } from '../src/browser.ts';
import { Onmaru } from '../src/onmaru.ts';
import { below, freeze } from '../src/processes.ts';
import { until } from '../src/wait.ts';

/** Monday to Sunday. */
const DATES = [23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`);

/** What is spoken of on each day, for everybody. */
const TREES = ['느티나무', '은행나무', '소나무', '벚나무', '버드나무', '자작나무', '오동나무'];

/** What is spoken of on each day, among themselves. */
const BIRDS = ['두루미', '까마귀', '기러기', '백로', '종다리', '꾀꼬리', '딱따구리'];

const PHONE_UNIT = '강천면';

interface Unit {
  id: string;
  name: string;
}

let onmaru: Onmaru;
let host: Person;
let clerk: Person;
let mayor: Person;
let town: Person;
let citizen: Person;
let series: string;
let units: Unit[];
const meetings: string[] = [];

const everybody = () => [host, clerk, mayor, town, citizen];

/** It is that moment for the server and for every page. */
async function at(date: string, time: string): Promise<void> {
  const moment = `${date}T${time}+09:00`;
  await onmaru.at(moment);
  for (const person of everybody()) await person.page.clock.setFixedTime(new Date(moment));
}

async function barriers(person: Person): Promise<void> {
  expect(await person.barriers(), person.page.url()).toEqual([]);
}

/** A page with everything that it loads, and no barrier on it. */
async function reads(person: Person, path: string): Promise<void> {
  await person.page.goto(path);
  await person.page.getByRole('heading', { level: 1 }).waitFor();
  await until(`all of ${path}`, 20_000, async () => (await person.page.locator('.loading').count()) === 0);
  expect(await person.page.getByRole('alert').allTextContents(), path).toEqual([]);
  expect(new URL(person.page.url()).pathname).toBe(path);
  await barriers(person);
}

beforeAll(async () => {
  onmaru = await Onmaru.run({ clock: `${DATES[0]}T06:00+09:00` });
  host = await Person.open(onmaru.url, { viewport: DESK });
  clerk = await Person.open(onmaru.url, { viewport: DESK });
  mayor = await Person.open(onmaru.url, { viewport: DESK });
  town = await Person.open(onmaru.url, { viewport: PHONE });
  citizen = await Person.open(onmaru.url, { viewport: PHONE });
  await at('2026-11-23', '06:30');
  await host.signIn(onmaru.account('host'));
  await clerk.signIn(onmaru.account('clerk'));
  await mayor.signIn(onmaru.account('mayor'));
  await town.signIn(onmaru.account('gangcheon'));
  [{ id: series }] = await ask<[{ id: string }]>(clerk, 'GET', '/api/v1/series');
});

afterAll(async () => {
  for (const person of everybody()) await person?.leave();
  await onmaru?.stop();
});

/** Everybody's report but one; that one is written on a phone. */
async function reports(day: number, date: string): Promise<void> {
  const board = await ask<{ columns: [{ units: { unitId: string; unit: string }[] }] }>(
    clerk,
    'GET',
    `/api/v1/series/${series}/board?date=${date}`,
  );
  units = board.columns[0].units.map(({ unitId, unit }) => ({ id: unitId, name: unit }));
  expect(units).toHaveLength(14);
  for (const [place, unit] of units.entries()) {
    if (unit.name === PHONE_UNIT) continue;
    const report = await ask<{ id: string }>(clerk, 'POST', `/api/v1/series/${series}/reports`, {
      date,
      cutOff: '07:30',
      unitId: unit.id,
    });
    const path = `/api/v1/series/${series}/reports/${report.id}`;
    const edits = [
      ...(day === 0 ? [{ field: 'templates', base: '', value: 'infection' }] : []),
      { field: 'situation', base: '', value: `${unit.name} ${day + 1}일째 순찰` },
      { field: 'figure/covid.confirmed/toDate', base: '', value: String((day + 1) * (place + 1)) },
    ];
    await ask(clerk, 'PATCH', path, { changeId: randomUUID(), edits });
    await ask(clerk, 'POST', `${path}/file`, { nil: false, last: false, reason: '' });
  }
  await town.page.goto('/reports');
  await town.page.getByLabel('특이사항', { exact: true }).fill(`${day + 1}일째 도로 결빙`);
  await town.page.getByText('방금 저장됨').waitFor();
  if (day === 0) await barriers(town);
  await town.page.getByRole('button', { name: '제출', exact: true }).click();
  await town.page.getByText(/에 제출했습니다/).waitFor();
}

/** The day's meeting as the system made and opened it. */
async function opened(date: string): Promise<string> {
  return until(`an open meeting on ${date}`, 30_000, async () => {
    const days = await ask<{ id: string; state: string }[]>(host, 'GET', `/api/v1/meetings?from=${date}&to=${date}`);
    return days.length === 1 && days[0]?.state === 'OPEN' && days[0].id;
  });
}

async function item(meeting: string, title: string, open: boolean): Promise<string> {
  const agenda = await ask<{ items: { key: string; title: string }[] }>(
    host,
    'POST',
    `/api/v1/meetings/${meeting}/agenda/items`,
    { kind: 'OTHER', title, titleEn: null, unitId: null, minutes: 5, open },
  );
  const made = agenda.items.find((one) => one.title === title);
  if (made === undefined) throw new Error(`no item ${title}`);
  return made.key;
}

async function hold(day: number, date: string): Promise<void> {
  await at(date, '08:00');
  const meeting = await opened(date);
  meetings.push(meeting);
  const path = `/api/v1/meetings/${meeting}`;
  await at(date, '08:30');
  const open = await item(meeting, `${TREES[day]} 이식 계획`, true);
  const internal = await item(meeting, `${BIRDS[day]} 인사 이동`, false);
  await ask(host, 'POST', `${path}/start`, {});
  await ask(host, 'POST', `${path}/agenda/items/${open}/start`, {});
  if (day === 0) {
    await ask(clerk, 'POST', '/api/v1/directives', {
      captureId: randomUUID(),
      meetingId: meeting,
      line: `@${PHONE_UNIT} 마스크 3천 장 11/25까지`,
      correction: null,
      askedByUnitId: null,
      givenBy: '',
      saidAgoMs: 0,
    });
  }
  await at(date, '08:45');
  await ask(host, 'POST', `${path}/agenda/items/${internal}/start`, {});
  await at(date, '09:00');
  await ask(host, 'POST', `${path}/adjourn`, {});
  if (day < DATES.length - 1) await minutes(day, path, open, internal);
  else await minutesByHand(day, meeting);
}

async function minutes(day: number, path: string, open: string, internal: string): Promise<void> {
  const written: [string, string][] = [
    [`speech/${open}/${randomUUID()}`, `${TREES[day]} 서른 그루를 옮겨 심습니다.`],
    [`speech/${internal}/${randomUUID()}`, `${BIRDS[day]} 과장을 전보합니다.`],
    ['attendees', '시장 한가온'],
    ['decisions/meeting', '다음 날 다시 논의한다.'],
    ['votes/meeting', '해당 없음'],
  ];
  const edits = written.map(([field, value]) => ({ field, base: '', value }));
  await ask(clerk, 'PATCH', `${path}/minutes`, { changeId: randomUUID(), edits });
  await ask(clerk, 'POST', `${path}/minutes/review`, {});
  const signers = await ask<{ personId: string; suggested: boolean }[]>(clerk, 'GET', `${path}/minutes/signers`);
  const { sha256 } = await ask<{ sha256: string }>(clerk, 'POST', `${path}/minutes/finalise`, {
    signers: signers.filter((one) => one.suggested).map((one) => one.personId),
  });
  await ask(mayor, 'POST', `${path}/minutes/sign`, { sha256 });
  await ask(clerk, 'POST', `${path}/minutes/sign`, { sha256 });
  await ask(clerk, 'POST', `${path}/minutes/publish`, {});
}

/** The same at the page: written, held back by what is missing, fixed, signed by both, and published. */
async function minutesByHand(day: number, meeting: string): Promise<void> {
  const path = `/meetings/${meeting}/minutes`;
  const { page } = clerk;
  await page.goto(path);
  const written = [
    [`${TREES[day]} 이식 계획`, `${TREES[day]} 서른 그루를 옮겨 심습니다.`],
    [`${BIRDS[day]} 인사 이동`, `${BIRDS[day]} 과장을 전보합니다.`],
  ] as const;
  for (const [title, speech] of written) {
    const part = page.getByRole('region', { name: title });
    await part.getByRole('button', { name: '발언 요지 문단 추가' }).click();
    await part.getByLabel('발언 요지 1').fill(speech);
  }
  await page.getByLabel('참석자 (한 줄에 한 사람)').fill('시장 한가온');
  const whole = page.getByRole('region', { name: '회의 전체' });
  await whole.getByLabel('결정 사항 (한 줄에 하나)').fill('다음 날 다시 논의한다.');
  await clerk.button('정정 요청 받기').click();
  await page.getByRole('button', { name: '확정', exact: true }).click();
  const fix = page.getByRole('dialog');
  await fix.getByRole('button', { name: '확정', exact: true }).click();
  await fix.getByRole('alert').filter({ hasText: '표결 내용' }).waitFor();
  await clerk.photograph('week-minutes-missing');
  await barriers(clerk);
  await page.keyboard.press('Escape');
  await whole.getByRole('button', { name: '표결 해당 없음' }).click();
  await page.getByRole('button', { name: '확정', exact: true }).click();
  await fix.getByRole('button', { name: '확정', exact: true }).click();
  await fix.waitFor({ state: 'hidden' });
  await signs(mayor, path, written[0][1]);
  await clerk.photograph('week-minutes-signing');
  await barriers(clerk);
  await signs(clerk, path, written[0][1]);
  await page.getByRole('button', { name: '공개', exact: true }).click();
  await page.getByRole('link', { name: '공개된 회의록 보기' }).waitFor();
  await barriers(clerk);
}

/** Somebody reads the minutes to the end and signs them. */
async function signs(person: Person, path: string, words: string): Promise<void> {
  await person.page.goto(path);
  await person.page.getByRole('button', { name: '서명', exact: true }).click();
  const dialog = person.page.getByRole('dialog');
  await dialog.getByText(words).waitFor();
  await barriers(person);
  await dialog.getByRole('button', { name: '서명', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What the town does with what was asked of it on Monday. */
async function directive(button: RegExp, then: RegExp): Promise<void> {
  await town.page.goto('/directives');
  const card = town.page.getByRole('article').filter({ hasText: '마스크 3천 장' });
  await card.getByRole('button', { name: button }).click();
  await card.getByText(then).first().waitFor();
}

/** Every text in the application's place of that page. Runs in the browser. */
function textsOf(html: string): string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const walk = page.createTreeWalker(page.getElementById('app') ?? page.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walk.nextNode()) texts.push(walk.currentNode.textContent?.trim() ?? '');
  return texts.filter((text) => text !== '');
}

describe('one week', () => {
  it.each(DATES.map((date, day) => [date, day] as const))('%s', async (date, day) => {
    await at(date, '07:00');
    await reports(day, date);
    if (day === 1) await directive(/접수/, /추진 시작/);
    if (day === 2) await directive(/추진 시작/, /이월 2회/);
    await clerk.page.goto('/board');
    await clerk.page.getByText('14 / 14').or(clerk.page.getByText('14/14')).first().waitFor();
    if (day === 0) await barriers(clerk);
    await hold(day, date);
  });

  it('the figures of the week stand beside each other', async () => {
    await at('2026-11-29', '12:00');
    await clerk.page.goto('/figures');
    await clerk.page.getByRole('heading', { level: 1 }).waitFor();
    await clerk.page.getByRole('heading', { name: /확진/ }).waitFor();
    await clerk.page.getByText('표로 보기').click();
    const rows = clerk.page.getByRole('row').filter({ hasText: '2026. 11.' });
    // The phone's unit counts nobody; the n-th of the others counts n a day.
    const others = units.flatMap((unit, place) => (unit.name === PHONE_UNIT ? [] : [place + 1]));
    const daily = others.reduce((sum, one) => sum + one, 0);
    for (const [day, date] of DATES.entries()) {
      const row = rows.filter({ hasText: `11. ${date.slice(-2)}.` });
      expect(await row.getByRole('cell').first().textContent()).toBe(String(daily * (day + 1)));
    }
    await clerk.photograph('week-figures');
    await barriers(clerk);
    // Citizens see the sum, and no town of it.
    await citizen.page.goto('/');
    await citizen.page.getByRole('heading', { name: '오늘의 수치' }).waitFor();
    await citizen.page.getByText(String(daily * DATES.length)).waitFor();
    await citizen.photograph('week-front-phone');
    await barriers(citizen);
    await citizen.page.getByRole('link', { name: '기간별 수치 보기' }).click();
    await citizen.page.getByRole('heading', { name: /확진/ }).waitFor();
    expect(await citizen.page.getByText('가남읍').count()).toBe(0);
    await barriers(citizen);
  });

  it('staff find what was said, internal or not, and citizens what was said to them', async () => {
    for (const [day, tree] of TREES.entries()) {
      await citizen.page.goto(`/search?q=${encodeURIComponent(`"${tree} 서른"`)}`);
      const hit = citizen.page.getByRole('listitem').filter({ hasText: `${tree} 서른 그루를 옮겨 심습니다.` });
      await hit.waitFor();
      expect(await hit.locator('.archive-text mark').allTextContents()).toEqual([`${tree} 서른`]);
      expect(await hit.getByRole('link', { name: /기록 보기/ }).getAttribute('href')).toBe(
        `/meetings/${meetings[day]}`,
      );
      await citizen.page.goto(`/search?q=${encodeURIComponent(BIRDS[day] ?? '')}`);
      await citizen.page.getByText('찾은 것이 없습니다.').waitFor();
    }
    await citizen.photograph('week-search-nothing');
    await barriers(citizen);
    await clerk.page.goto(`/archive?q=${encodeURIComponent(BIRDS[6] ?? '')}`);
    await clerk.page.locator('.archive-hit').first().waitFor();
    await clerk.photograph('week-archive');
    await barriers(clerk);
    const hit = clerk.page
      .locator('.archive-hit')
      .filter({ hasText: `${BIRDS[6]} 인사 이동` })
      .first();
    await hit.getByRole('link', { name: /기록 보기/ }).click();
    await clerk.page.waitForURL(new RegExp(`/meetings/${meetings[6]}/`));
    await clerk.page.goto(`/meetings/${meetings[0]}/record`);
    await clerk.page.getByRole('rowheader', { name: `${TREES[0]} 이식 계획` }).waitFor();
    await clerk.page.getByRole('rowheader', { name: `${BIRDS[0]} 인사 이동 비공개` }).waitFor();
    await clerk.page.getByRole('rowheader', { name: /마스크 3천 장/ }).waitFor();
    await clerk.page.getByRole('rowheader', { name: PHONE_UNIT, exact: true }).waitFor();
    await clerk.photograph('week-record');
    await barriers(clerk);
  });

  it('a citizen reads the minutes of any day', async () => {
    await citizen.page.goto(`/meetings/${meetings[3]}`);
    await citizen.page.getByText(`${TREES[3]} 서른 그루를 옮겨 심습니다.`).waitFor();
    expect(await citizen.page.getByText(BIRDS[3] ?? '').count()).toBe(0);
    await citizen.photograph('week-meeting-phone');
    await barriers(citizen);
    await citizen.page.goto('/meetings');
    await citizen.page
      .getByRole('link', { name: /제?7회|제 7회|7/ })
      .first()
      .waitFor();
    await citizen.photograph('week-meetings-phone');
    await barriers(citizen);
  });

  it('what a page says before the application runs is what it says then', async () => {
    for (const path of ['/', '/meetings', '/series', '/search', '/city-figures', `/meetings/${meetings[3]}`]) {
      const html = await (await citizen.page.request.get(path)).text();
      const first = await citizen.page.evaluate(textsOf, html);
      expect(first.length, path).toBeGreaterThan(6);
      await citizen.page.goto(path);
      await until(`the words of ${path}`, 20_000, async () => {
        const shown = (await citizen.page.locator('#app').textContent()) ?? '';
        const missing = first.filter((words) => !shown.includes(words));
        return (await citizen.page.locator('.header-tools button').count()) > 0 && missing.length === 0;
      });
    }
  });

  it('every other page of the office opens and has no barrier', async () => {
    const meeting = meetings[3];
    for (const path of [
      `/meetings/${meeting}/minutes`,
      '/attendance',
      `/attendance/${meeting}`,
      `/series/${series}`,
      '/account',
      '/desk',
    ]) {
      await reads(clerk, path);
    }
    const admin = await Person.open(onmaru.url, { viewport: DESK });
    try {
      await admin.page.clock.setFixedTime(new Date('2026-11-29T12:00+09:00'));
      await admin.signIn(onmaru.account('admin'));
      for (const path of [
        '/admin/series',
        '/admin/holidays',
        '/admin/people',
        '/admin/units',
        '/admin/templates',
        '/admin/audit',
      ]) {
        await reads(admin, path);
      }
      await admin.button('기록이 온전한지 확인').click();
      await admin.page.getByText('빠지거나 바뀐 것이 없이 온전합니다').waitFor();
      await barriers(admin);
      await admin.photograph('week-audit');
      expect(admin.complaints).toEqual([]);
    } finally {
      await admin.leave();
    }
  });

  it('citizens’ pages come while the database takes for ever', async () => {
    await onmaru.at('2026-11-29T12:10+09:00');
    const database = below(onmaru.pid, 'postgres');
    expect(database.length).toBeGreaterThan(3);
    const goOn = freeze(database);
    try {
      // Old enough for whose city it is to be asked anew, several times.
      for (const path of ['/', '/meetings', '/', '/search', '/api/v1/public/live']) {
        const answer = await fetch(new URL(path, onmaru.url), { signal: AbortSignal.timeout(2_000) });
        expect(answer.status, path).toBe(200);
        const text = await answer.text();
        if (!path.startsWith('/api')) expect(text, path).toContain('여주시');
      }
    } finally {
      goOn();
    }
    await citizen.page.goto('/meetings');
    await citizen.page.getByRole('link', { name: /7/ }).first().waitFor();
    for (const person of everybody()) expect(person.complaints).toEqual([]);
  });
});

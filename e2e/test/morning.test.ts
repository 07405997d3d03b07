import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../src/api.ts';
import { DESK, Person, PHONE } from '../src/browser.ts';
import { pictures } from '../src/decode.ts';
import { makeDevices } from '../src/devices.ts';
import { adjourn, goOnAir, openToday, programme, start } from '../src/hall.ts';
import { LiveReader } from '../src/live.ts';
import { Onmaru } from '../src/onmaru.ts';
import { type Colour, pdf } from '../src/pdf.ts';
import { type Area, mean, type Picture, rgba } from '../src/picture.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const SITUATION = '북내 방면 국도 결빙으로 제설 중';
const NEED = '제설제 2톤을 더 주십시오';

const YELLOW: Colour = [250, 220, 0];
const GREEN: Colour = [0, 150, 60];
/** As they are in the programme. */
const YUV = { yellow: yuv(YELLOW), green: yuv(GREEN) };
/** Within the halves of the place for slides, which begins at 16, 72. */
const LEFT: Area = { x: 60, y: 160, width: 400, height: 300 };
const RIGHT: Area = { x: 600, y: 160, width: 400, height: 300 };

type Mean = readonly [number, number, number];

function yuv([r, g, b]: Colour): Mean {
  return rgba(new Uint8Array([r, g, b, 255]), { x: 0, y: 0, width: 1, height: 1 }).at(0, 0);
}

const near = (one: Mean, other: Mean): boolean => one.every((value, at) => Math.abs(value - (other[at] ?? 0)) < 8);

/** The colours of both halves in the last picture that citizens could fetch. */
async function halves(reader: LiveReader): Promise<[Mean, Mean] | null> {
  const parts = reader.decodable(reader.parts.slice(reader.parts.findLastIndex((part) => part.independent)));
  if (parts.length === 0) return null;
  let last: Picture | null = null;
  for await (const picture of pictures(reader.stream(parts))) last = picture;
  return last === null ? null : [mean(last, LEFT, 8), mean(last, RIGHT, 8)];
}

function onAir(reader: LiveReader, left: Colour, right: Colour): Promise<unknown> {
  return until(`${left} beside ${right}`, 15_000, async () => {
    const seen = await halves(reader);
    return seen !== null && near(seen[0], yuv(left)) && near(seen[1], yuv(right));
  });
}

let onmaru: Onmaru;
let devices: string;
let host: Person;
let clerk: Person;
let town: Person;
let meeting: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-morning-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, signature(14)) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
  clerk = await Person.open(onmaru.url, { viewport: DESK });
  await clerk.signIn(onmaru.account('clerk'));
  town = await Person.open(onmaru.url, { viewport: PHONE });
  await town.signIn(onmaru.account('gangcheon'));
});

afterAll(async () => {
  for (const person of [town, clerk, host]) await person?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

interface Draft {
  path: string;
  situation: string;
}

/** A unit's report of today as it stands, begun when nobody did. */
async function draft(unit: string): Promise<Draft> {
  const [{ id: series }] = await ask<[{ id: string }]>(clerk, 'GET', '/api/v1/series');
  const date = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  const { columns } = await ask<{ columns: { cutOff: string; units: { unitId: string; unit: string }[] }[] }>(
    clerk,
    'GET',
    `/api/v1/series/${series}/board?date=${date}`,
  );
  const { cutOff, units } = columns[0] ?? { cutOff: '', units: [] };
  const unitId = units.find((one) => one.unit === unit)?.unitId;
  const path = `/api/v1/series/${series}/reports`;
  const { id, situation } = await ask<{ id: string; situation: string }>(clerk, 'POST', path, {
    date,
    cutOff,
    unitId,
  });
  return { path: `${path}/${id}`, situation };
}

/** A unit's report of today with so many people in it, filed by the clerk. */
async function confirmed(unit: string, people: number): Promise<void> {
  const { path } = await draft(unit);
  await ask(clerk, 'PATCH', path, {
    changeId: randomUUID(),
    edits: [
      { field: 'templates', base: '', value: 'infection' },
      { field: 'figure/covid.confirmed/toDate', base: '', value: String(people) },
    ],
  });
  await ask(clerk, 'POST', `${path}/file`, { nil: false, last: false, reason: '' });
}

/** The same story from one page to the next: each step takes up what the one before left. */
describe('one morning', () => {
  it('a town head reports on a phone, and the board shows it at once', async () => {
    await clerk.page.goto('/board');
    const tile = clerk.page.getByRole('listitem').filter({ hasText: '강천면' }).first();
    await tile.filter({ hasText: '미제출' }).waitFor();
    expect(await clerk.barriers()).toEqual([]);

    await town.page.goto('/reports');
    await town.page.getByLabel('특이사항', { exact: true }).fill(SITUATION);
    await town.page.getByLabel('건의 1').fill(NEED);
    await town.page.getByText('방금 저장됨').waitFor();
    await tile.filter({ hasText: '작성 중' }).waitFor();
    expect(await town.barriers()).toEqual([]);
    await town.photograph('report-phone');
    await town.page.getByRole('button', { name: '제출', exact: true }).click();
    await town.page.getByText(/에 제출했습니다/).waitFor();
    // In time before half past seven, an addendum for the rest of the day.
    await tile
      .filter({ hasText: /제출|추가 보고/ })
      .filter({ hasNotText: '미제출' })
      .waitFor();
    await clerk.photograph('board');
  });

  it('what is typed on without a network is kept on the phone, and arrives', async () => {
    const situation = town.page.getByLabel('특이사항', { exact: true });
    await situation.press('Control+End');
    await situation.pressSequentially('. 열 시에 ');
    await town.page.context().setOffline(true);
    await situation.pressSequentially('다시 ');
    await town.page.getByText('연결이 끊겨 이 기기에 보관했습니다').waitFor();
    await situation.pressSequentially('살펴봅니다.');
    const whole = `${SITUATION}. 열 시에 다시 살펴봅니다.`;
    expect(await situation.inputValue()).toBe(whole);
    expect((await draft('강천면')).situation).not.toContain('살펴봅니다');
    expect(await town.barriers()).toEqual([]);
    await town.photograph('report-offline-phone');
    await town.page.context().setOffline(false);
    await until('all of it with the server', 20_000, async () => (await draft('강천면')).situation === whole);
    await town.page.getByText('방금 저장됨').waitFor();
    expect(await situation.inputValue()).toBe(whole);
  });

  it('what two write into one report at once stands side by side', async () => {
    const second = await Person.open(onmaru.url, { viewport: DESK });
    try {
      await second.signIn(onmaru.account('gangcheon'));
      await second.page.goto('/reports');
      const there = second.page.getByLabel('특이사항', { exact: true });
      const here = town.page.getByLabel('특이사항', { exact: true });
      const before = await here.inputValue();
      expect(await there.inputValue()).toBe(before);
      // Neither has the other's words before its own are written.
      await second.page.context().setOffline(true);
      await there.press('Control+Home');
      await there.pressSequentially('통제 구간은 없습니다. ');
      await here.press('Control+End');
      await here.pressSequentially(' 제설함을 채웠습니다.');
      const mine = `${before} 제설함을 채웠습니다.`;
      await until('the one sentence with the server', 20_000, async () => (await draft('강천면')).situation === mine);
      await second.page.context().setOffline(false);
      const both = `통제 구간은 없습니다. ${mine}`;
      await until('both sentences with the server', 20_000, async () => (await draft('강천면')).situation === both);
      for (const field of [here, there]) {
        await until('both sentences on both screens', 20_000, async () => (await field.inputValue()) === both);
      }
      expect(second.complaints).toEqual([]);
    } finally {
      await second.leave();
    }
  });

  it('the agenda names what was reported', async () => {
    await host.enter(meeting);
    await start(host);
    await host.button('의사일정').click();
    await host.page.getByText(SITUATION).first().waitFor();
    await host.page.getByText(NEED).first().waitFor();
    expect(await host.barriers()).toEqual([]);
    await goOnAir(host);
    await host.page.getByRole('listitem').filter({ hasText: SITUATION }).getByRole('button', { name: /시작$/ }).click();
    const current = host.page.getByRole('region', { name: '지금 안건' });
    await current.filter({ hasText: /강천면 (상황|추가 )보고/ }).waitFor();
    expect(await current.textContent(), 'what a unit wrote is not for the picture').not.toContain(SITUATION);
    await host.photograph('room-agenda');
  });

  it('a page of its file is on everybody’s screen and on the air, drawn from the file', async () => {
    const live = await onmaru.public<{ hls: string }>('/api/v1/public/live');
    const reader = new LiveReader(new URL(live.hls, onmaru.url));
    try {
      const row = host.page.getByRole('listitem').filter({ hasText: SITUATION });
      await row.getByRole('button', { name: /파일$/ }).click();
      const files = host.page.getByRole('dialog');
      await files.locator('input[type=file]').setInputFiles({
        name: '제설 계획.pdf',
        mimeType: 'application/pdf',
        buffer: pdf([
          [YELLOW, GREEN],
          [GREEN, YELLOW],
        ]),
      });
      await files.getByRole('link', { name: '제설 계획.pdf' }).waitFor();
      await files.getByRole('button', { name: '닫기' }).last().click();
      await host.button(/제설 계획.*화면에 띄우기/).click();
      await host.page.getByRole('img', { name: /제설 계획\.pdf/ }).waitFor();
      expect(await host.barriers()).toEqual([]);
      await onAir(reader, YELLOW, GREEN);
      await host.photograph('room-slide');
      await host.button('다음 쪽').click();
      await host.page.getByText('2 / 2쪽').waitFor();
      await onAir(reader, GREEN, YELLOW);
      await host.page.getByRole('region', { name: '화면 자료 넘기기' }).getByRole('button', { name: '내리기' }).click();
      await until('the picture without it', 15_000, async () => {
        const [left, right] = (await halves(reader)) ?? [YUV.green, YUV.yellow];
        return !near(left, YUV.green) && !near(right, YUV.yellow);
      });
    } finally {
      await reader.close();
    }
  });

  it('the day’s figures go up as a chart, which follows a report that comes late', async () => {
    await confirmed('가남읍', 7);
    await host.button('수치 띄우기').click();
    const choice = host.page.getByRole('dialog');
    await choice.getByLabel('보여 줄 모양').selectOption({ label: '오늘의 주요 수치 표' });
    await choice.getByRole('img', { name: /미리 보기/ }).waitFor();
    expect(await host.barriers()).toEqual([]);
    await choice.getByRole('button', { name: '화면에 띄우기' }).click();
    await host.page.getByRole('img', { name: /화면에 띄운 수치.*7명/ }).waitFor();
    const live = await onmaru.public<{ hls: string }>('/api/v1/public/live');
    const reader = new LiveReader(new URL(live.hls, onmaru.url));
    try {
      await until('white paper on the air', 15_000, async () => {
        const seen = await halves(reader);
        return seen?.every(([luma]) => luma > 200);
      });
      await confirmed('점동면', 5);
      await host.page.getByRole('img', { name: /화면에 띄운 수치.*12명/ }).waitFor();
      await host.photograph('room-chart');
      await host.page.getByRole('button', { name: '수치 내리기' }).click();
      await until('the picture without it', 15_000, async () => {
        const seen = await halves(reader);
        return seen?.some(([luma]) => luma < 200);
      });
    } finally {
      await reader.close();
    }
  });

  it('an internal item takes the programme off air', async () => {
    const current = host.page.getByRole('region', { name: '지금 안건' });
    await host.button('안건 넣기').click();
    await host.page.getByLabel('제목', { exact: true }).fill('상반기 정기 인사');
    await host.page.getByText('시민에게 공개하는 안건').click();
    await host.button('저장').click();
    await host.page
      .getByRole('listitem')
      .filter({ hasText: '상반기 정기 인사' })
      .getByRole('button', { name: /시작$/ })
      .click();
    await host.page.getByRole('status').filter({ hasText: '비공개 OFF AIR' }).waitFor({ timeout: 30_000 });
    await host.button('방송 시작').click();
    await host.page.getByText('지금 안건은 비공개입니다.').waitFor();
    expect((await programme(onmaru, meeting)).tally).toBe('OFF_AIR');
    await host.button('안건 끝내기').click();
    await current.waitFor({ state: 'hidden' });
  });

  it('what is said becomes a directive that its town takes up', async () => {
    await host.button('지시사항').click();
    await host.page.getByLabel('지시 한 줄').fill('@강천면 제설함 열두 곳 점검 내일까지');
    await host.page.getByText('제설함 열두 곳 점검', { exact: true }).waitFor();
    await host.page.getByLabel('지시 한 줄').press('Enter');
    await host.page.getByText(/저장했습니다: 제\d+-\d+호 강천면/).waitFor();
    expect(await host.barriers()).toEqual([]);

    await town.page.goto('/directives');
    const card = town.page.getByRole('article').filter({ hasText: '제설함 열두 곳 점검' });
    await card.getByRole('button', { name: /접수/ }).click();
    await card.getByRole('button', { name: /추진 시작/ }).waitFor();
    expect(await town.barriers()).toEqual([]);
    await town.photograph('directives-phone');
  });

  it('and the agenda stays what it was when the meeting is over', async () => {
    await adjourn(host);
    await host.page.getByText('회의를 마쳤습니다').waitFor({ timeout: 30_000 });
    const agenda = await until('the agenda with its times', 10_000, () =>
      host.page.evaluate(async (id) => (await fetch(`/api/v1/meetings/${id}/agenda`)).json(), meeting),
    );
    const spoken = agenda.items.find((item: { why: string }) => item.why.includes(SITUATION));
    expect(spoken).toMatchObject({ startedAt: expect.any(String), endedAt: expect.any(String) });
    expect(agenda).toMatchObject({ fixed: true, mayEdit: true });
    for (const person of [host, clerk, town]) expect(person.complaints).toEqual([]);
  });
});

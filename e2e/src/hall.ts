import type { Person } from './browser.ts';
import type { Onmaru, Programme, Tile } from './onmaru.ts';
import { until } from './wait.ts';

/** Today's meeting, opened by the host at the desk. Opens one when the day's has passed. */
export async function openToday(host: Person): Promise<string> {
  const { page } = host;
  await page.goto('/desk');
  await page.getByRole('heading', { name: '오늘의 회의' }).waitFor();
  const way = page.getByRole('link', { name: '회의 들어가기' }).first();
  const open = host.button('회의실 열기').first();
  const none = page.getByText('오늘은 회의가 없습니다.');
  await way.or(open).or(none).first().waitFor();
  if (!(await way.isVisible()) && !(await open.isVisible())) {
    await host.button('회의 추가').click();
    await page.getByRole('dialog').getByRole('button', { name: '만들기' }).click();
    await way.or(open).first().waitFor();
  }
  if (!(await way.isVisible())) await open.click();
  await way.waitFor();
  const path = await way.getAttribute('href');
  const meeting = path?.match(/\/m\/([0-9a-f-]+)/)?.[1];
  if (meeting === undefined) throw new Error(`no meeting behind ${path}`);
  return meeting;
}

/** The host starts the meeting from the room. */
export async function start(host: Person): Promise<void> {
  await host.button('진행').click();
  await host.button('회의 시작').click();
  await host.button('방송 시작').waitFor({ timeout: 30_000 });
}

export async function goOnAir(host: Person): Promise<void> {
  await host.button('방송 시작').click();
  await host.page.getByRole('status').filter({ hasText: '방송 중 ON AIR' }).waitFor({ timeout: 30_000 });
}

export async function goOffAir(host: Person): Promise<void> {
  await host.button('비공개로 전환').click();
  await host.page.getByRole('status').filter({ hasText: '비공개 OFF AIR' }).waitFor({ timeout: 30_000 });
}

/** What somebody's room says about the broadcast. */
export async function tells(person: Person, words: '방송 중 ON AIR' | '비공개 OFF AIR'): Promise<void> {
  await person.page.getByRole('status').filter({ hasText: words }).waitFor({ timeout: 10_000 });
}

export async function adjourn(host: Person): Promise<void> {
  await host.stepForward();
  if (!(await host.button('회의 마치기').isVisible())) await host.button('진행').click();
  await host.button('회의 마치기').click();
  await host.page.getByRole('dialog').getByRole('button', { name: '회의 마치기' }).click();
}

export function programme(onmaru: Onmaru, meeting: string): Promise<Programme> {
  return onmaru.operator<Programme>(`/api/v1/meetings/${meeting}/programme`);
}

export interface Participant {
  identity: string;
  name: string;
  unit: string | null;
  microphone: 'ON' | 'OFF' | 'NONE';
  camera: 'ON' | 'OFF' | 'NONE';
}

/** Who is in the room, as the host's page may know. */
export function participants(host: Person, meeting: string): Promise<Participant[]> {
  return host.page.evaluate(async (id) => (await fetch(`/api/v1/meetings/${id}/participants`)).json(), meeting);
}

/** The rectangles, once this many people move in them and nothing has changed for three seconds. */
export function settled(onmaru: Onmaru, meeting: string, people: number): Promise<Tile[]> {
  let [last, since] = ['', 0];
  return until(`${people} moving tiles`, 60_000, async () => {
    const now = await programme(onmaru, meeting);
    const places = JSON.stringify(
      now.tiles.map(({ identity, x, y, width, height }) => [identity, x, y, width, height]),
    );
    if (places !== last) [last, since] = [places, Date.now()];
    const live = now.tiles.filter((tile) => tile.picture === 'LIVE').length;
    return now.state === 'ON_AIR' && live === people && Date.now() - since > 3_000 ? now.tiles : null;
  });
}

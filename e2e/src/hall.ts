import type { Person } from './browser.ts';
import type { Onmaru, Programme, Tile } from './onmaru.ts';
import { whose } from './picture.ts';
import type { Signature } from './signature.ts';
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

/** One place on the screen of somebody's room. */
export interface Place {
  readonly name: string;
  /** Somebody else's camera is to be seen in it. */
  readonly live: boolean;
  /** Nothing but a name is to be seen in it: nobody's camera, or one whose picture has yet to come. */
  readonly bare: boolean;
  readonly large: boolean;
  /** Id of the track that it shows; null when it shows none. */
  readonly track: string | null;
  /** How far it lies outside what can be seen, in pixels; 0 when any of it is inside. */
  readonly away: number;
}

/** The tiles of somebody's room, as they are on the screen. */
export function places(person: Person): Promise<Place[]> {
  return person.page.evaluate(() =>
    [...document.querySelectorAll('figure.tile')].map((tile) => {
      const frame = (tile.closest('.strip') ?? tile.closest('.stage') ?? document.body).getBoundingClientRect();
      const { left, right, top, bottom } = tile.getBoundingClientRect();
      const video = tile.querySelector('video');
      const stream = video?.srcObject;
      const [track] = stream instanceof MediaStream ? stream.getVideoTracks() : [];
      return {
        name: tile.querySelector('.tile-name')?.textContent ?? '',
        live: video !== null && !video.classList.contains('mirrored'),
        bare: video === null,
        large: tile.closest('.speaker-large') !== null,
        track: track?.id ?? null,
        away: Math.max(0, left - frame.right, frame.left - right, top - frame.bottom, frame.top - bottom),
      };
    }),
  );
}

/** Whether the picture in this place is somebody's, judged by its colour. */
export async function shows(person: Person, place: string, who: Signature): Promise<boolean> {
  const video = person.page.locator(place).first();
  const picture = (await video.count()) === 0 ? null : await person.screen(video);
  if (picture === null) return false;
  return whose(picture, { x: 0, y: 0, width: picture.width, height: picture.height })?.number === who.number;
}

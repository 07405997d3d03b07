import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, PHONE } from '../src/browser.ts';
import type { Command } from '../src/command.ts';
import { pictures } from '../src/decode.ts';
import { makeDevices } from '../src/devices.ts';
import { adjourn, goOnAir, openToday, programme, settled, start } from '../src/hall.ts';
import { LiveReader } from '../src/live.ts';
import { freePort, Onmaru, type Tile } from '../src/onmaru.ts';
import { code, dueMs, FRAME_MS, FRAMES, whose } from '../src/picture.ts';
import { below, crash } from '../src/processes.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const GUEST = signature(15);
const SIMULATED = 2;

/** From a crash of the studio until citizens see people again at the same address. */
const STUDIO_BACK_MS = 12_000;
/** The same on the screen of an open page, from when the stream is back: its player has to notice. */
const CITIZEN_BACK_MS = 20_000;
const SFU_BACK_MS = 30_000;
/** Three parts, as the rules of low-latency HLS demand: a smaller delay would be a misread clock. */
const HELD_BACK_MS = 1_000;
/** The burnt-in clock comes round: a picture eleven seconds old looks like one of one second. */
const CLOCK_ROUND_MS = FRAMES * FRAME_MS;
/** How long a tile may show somebody who is gone, with time to reach a citizen. */
const KEPT_MS = 7_000;
/** What a crash may take away of what was recorded, and how old a picture is when it gets there. */
const LOST_BY_CRASH_MS = 1_000;
const CAPTURE_TO_FILE_MS = 500;
/** What may be missing of a recording with a crashed studio and a crashed SFU in it: mostly the time they took to come back. */
const LOST_MS = 8_000;

let onmaru: Onmaru;
let devices: string;
let host: Person;
let crowd: Command;
let meeting: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-devices-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
});

afterAll(async () => {
  await crowd?.stop();
  await host?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

describe('starting', () => {
  it('twice on the same data is refused in one clear sentence', async () => {
    const second = onmaru.again(['--port', String(await freePort()), '--data', onmaru.data]);
    expect(await second.exit(60_000)).not.toBe(0);
    expect(second.tail()).toContain('다른 온마루 서버가');
    expect(second.tail()).not.toMatch(/^\s+at .*\(.*\.java/m);
    expect((await fetch(onmaru.url)).status).toBe(200);
  });

  it('on a busy port is refused in one clear sentence', async () => {
    const second = onmaru.again(['--port', String(onmaru.port), '--data', join(onmaru.out, 'other')]);
    expect(await second.exit(60_000)).toBe(2);
    expect(second.tail()).toContain(`포트 ${onmaru.port}`);
  });
});

describe('at the door', () => {
  it('whoever denies the camera is told so and may come in without', async () => {
    const shy = await Person.open(onmaru.url, { devices: makeDevices(devices, GUEST), allows: false });
    try {
      await shy.signIn(onmaru.account('jungang'));
      await shy.page.goto(`/m/${meeting}`);
      await shy.page
        .getByText(/막혀 있습니다/)
        .first()
        .waitFor();
      await shy.photograph('door-camera-denied');
      await shy.button('회의 들어가기').click();
      await shy.page.getByRole('region', { name: '내 버튼' }).waitFor();
      await shy.button('카메라 켜기').waitFor();
    } finally {
      await shy.leave();
    }
  });

  it('an invitation opens the room once, for one person', async () => {
    const link = await invite('검역본부 손님');
    const guest = await Person.open(onmaru.url, { devices: makeDevices(devices, GUEST), viewport: PHONE });
    const thief = await Person.open(onmaru.url);
    try {
      await guest.page.goto(link);
      await guest.photograph('invitation-phone');
      await guest.button('회의로 가기').click();
      await guest.page.waitForURL(`**/m/${meeting}`);
      await guest.button('회의 들어가기').click();
      await guest.page.getByRole('region', { name: '내 버튼' }).waitFor({ timeout: 30_000 });
      await thief.page.goto(link);
      await thief.page.getByText('이미 사용한 초대입니다.').waitFor();
      await guest.page.goto('/admin/people');
      // A guest has one meeting and nothing else: the page leads back to it, the server refuses.
      await guest.page.waitForURL(`**/m/${meeting}`);
      expect(await guest.page.evaluate(async () => (await fetch('/api/v1/people')).status)).toBe(403);
    } finally {
      await guest.leave();
      await thief.leave();
    }
  });

  it('a revoked, an expired and an invented invitation stay shut', async () => {
    const stranger = await Person.open(onmaru.url);
    try {
      const revoked = await invite('취소할 손님');
      await host.button('취소할 손님 초대 취소').click();
      await host.page.getByText('취소함').first().waitFor();
      await stranger.page.goto(revoked);
      await stranger.page.getByText('취소된 초대입니다.').waitFor();
      const soon = new Date(Date.now() + 2_000).toISOString();
      const brief = await host.page.evaluate(inviteUntil, { meeting, expiresAt: soon });
      await until('its end', 10_000, () => Date.now() > Date.parse(soon) + 500);
      await stranger.page.goto(brief);
      await stranger.page.getByText('기한이 지난 초대입니다.').waitFor();
      await stranger.page.goto('/i/nobody-ever-made-this-one-up-0000000000');
      await stranger.page.getByText('없는 초대입니다.').waitFor();
    } finally {
      await stranger.leave();
    }
  });
});

describe('on air', () => {
  let tiles: Tile[];
  let reader: LiveReader;
  let citizen: Person;
  let crashed = 0;

  beforeAll(async () => {
    await host.enter(meeting);
    await start(host);
    crowd = onmaru.crowd(SIMULATED);
    await crowd.line(/simulated attendees joined/, 120_000);
    await goOnAir(host);
    tiles = await settled(onmaru, meeting, SIMULATED + 1);
    const live = await onmaru.public<{ hls: string }>('/api/v1/public/live');
    reader = new LiveReader(new URL(live.hls, onmaru.url));
    await until('parts', 20_000, () => reader.parts.length > 12);
    citizen = await Person.open(onmaru.url, { viewport: PHONE });
    await citizen.page.goto('/');
    await until('people on the citizen’s screen', 30_000, async () => (await onScreen()) !== null);
  });

  afterAll(async () => {
    await citizen?.leave();
    await reader?.close();
  });

  it('a crashed studio comes back at the same address within seconds', async () => {
    const [studio] = below(onmaru.pid, 'StudioMain', meeting);
    if (studio === undefined) throw new Error('no studio');
    const before = reader.parts.at(-1);
    crash(studio);
    crashed = Date.now();
    const back = await seenAgain(crashed, before?.init);
    expect(back - crashed).toBeLessThan(STUDIO_BACK_MS);
    const live = await onmaru.public<{ hls: string; state: string }>('/api/v1/public/live');
    expect(live.state).toBe('on-air');
    expect(below(onmaru.pid, 'StudioMain', meeting)).not.toContain(studio);
  });

  it('and a citizen’s page that was open plays on by itself', async () => {
    const shown = await until('a picture taken after the crash', CITIZEN_BACK_MS, async () => {
      const taken = await onScreen();
      return taken !== null && taken > crashed ? taken : null;
    });
    expect(shown).toBeGreaterThan(crashed);
    expect(citizen.complaints).toEqual([]);
  });

  // How near a citizen is to the room is the broadcast bench's to say: this machine has five other things to do.
  it('and tells the delay there really is', async () => {
    const video = citizen.page.getByLabel('회의 생중계');
    const apart: number[] = [];
    await until('twenty readings of a picture that plays', 90_000, async () => {
      const now = Date.now();
      const taken = await onScreen();
      const told = Number(await video.getAttribute('data-delay-ms'));
      if (taken !== null && told > 0) apart.push(roundTheClock(told - (now - taken)));
      if (told > 0) expect(told, 'less than what a player must keep in hand').toBeGreaterThan(HELD_BACK_MS);
      return apart.length >= 20;
    });
    expect(median(apart), 'between the real delay and the one that the page tells').toBeLessThan(1_000);
  });

  it('what was recorded before the crash is there but for at most its last second', async () => {
    const directory = join(onmaru.data, 'programmes', meeting);
    const first = readdirSync(directory)
      .filter((name) => /^recording-.*\.mp4$/.test(name))
      .sort()[0];
    if (first === undefined) throw new Error('no piece of the recording');
    const tile = tiles.find((each) => each.identity === 's-1');
    if (tile === undefined) throw new Error('no first attendee');
    let last: number | null = null;
    for await (const picture of pictures(join(directory, first))) last = code(picture, tile) ?? last;
    if (last === null) throw new Error('nobody in the recording');
    expect(crashed - dueMs(last, crashed), 'from the last recorded picture to the crash').toBeLessThan(
      LOST_BY_CRASH_MS + CAPTURE_TO_FILE_MS,
    );
  });

  it('a crashed SFU comes back and so does whoever was in the room by browser', async () => {
    const [sfu] = below(onmaru.pid, 'livekit');
    if (sfu === undefined) throw new Error('no SFU');
    await crowd.stop();
    crash(sfu);
    crashed = Date.now();
    await until('another SFU', SFU_BACK_MS, () => below(onmaru.pid, 'livekit').some((pid) => pid !== sfu));
    // A tile keeps its last picture for five seconds: colour seen later than that is new.
    const back = await until('the host in the picture', SFU_BACK_MS, async () => {
      const parts = reader.between(crashed + KEPT_MS, Date.now());
      const fresh = reader.decodable(parts.slice(-12));
      const tile = (await programme(onmaru, meeting)).tiles.find((each) => each.name.includes('비서실'));
      if (fresh.length === 0 || tile?.picture !== 'LIVE') return null;
      for await (const picture of pictures(reader.stream(fresh))) {
        if (whose(picture, tile)?.number === HOST.number) return fresh.at(-1)?.arrivedMs;
      }
      return null;
    });
    expect(back - crashed).toBeLessThan(SFU_BACK_MS);
  });

  it('the recording is whole in spite of it all', async () => {
    const began = reader.parts[0]?.arrivedMs ?? 0;
    await adjourn(host);
    const recording = await until('the recording', 90_000, async () => {
      const past = await onmaru.public<{ recording: { url: string; durationMs: number } | null }>(
        `/api/v1/public/meetings/${meeting}`,
      );
      return past.recording;
    });
    const ended = reader.parts.at(-1)?.arrivedMs ?? 0;
    expect(recording.durationMs).toBeGreaterThan(ended - began - LOST_MS);
    let count = 0;
    for await (const _ of pictures(new URL(recording.url, onmaru.url).href)) count++;
    expect(count / 30).toBeGreaterThan((recording.durationMs - LOST_MS) / 1_000);
  });

  /** When the first attendee's picture on the citizen's screen was taken; null while they are not to be seen. */
  async function onScreen(): Promise<number | null> {
    const tile = tiles.find((each) => each.identity === 's-1');
    const now = Date.now();
    const picture = tile && (await citizen.screen(citizen.page.getByLabel('회의 생중계'), tile));
    const seen = picture && code(picture, tile);
    return seen === null || seen === undefined ? null : dueMs(seen, now);
  }

  /** When a citizen's player had people in the picture again, from a studio other than the one that made `init`. */
  function seenAgain(after: number, init: string | undefined): Promise<number> {
    return until('people in the picture', STUDIO_BACK_MS + 20_000, async () => {
      const parts = reader.decodable(reader.between(after, Date.now()).filter((part) => part.init !== init));
      if (parts.length === 0) return null;
      const arrivals = parts.flatMap((part) => Array.from({ length: part.pictures }, () => part.arrivedMs));
      let index = 0;
      for await (const picture of pictures(reader.stream(parts))) {
        if (tiles.some((tile) => whose(picture, tile) !== null)) return arrivals[index];
        index++;
      }
      return null;
    });
  }
});

/** How far apart two times are on the burnt-in clock, either way round. */
function roundTheClock(apartMs: number): number {
  const apart = Math.abs(apartMs) % CLOCK_ROUND_MS;
  return Math.min(apart, CLOCK_ROUND_MS - apart);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Makes an invitation at the desk; the link is shown this once. */
async function invite(label: string): Promise<string> {
  await host.page.goto('/desk');
  await host.button('초대').first().click();
  const dialog = host.page.getByRole('dialog');
  await dialog.getByLabel('누구를 초대하나요').fill(label);
  await dialog.getByRole('button', { name: '초대 링크 만들기' }).click();
  const link = dialog.getByText(/\/i\/\S+/);
  await link.waitFor();
  const text = await link.evaluate((element) => (element as HTMLInputElement).value ?? element.textContent ?? '');
  const path = text.match(/\/i\/\S+/)?.[0];
  if (path === undefined) throw new Error(`no link in ${text}`);
  return path;
}

/** Runs in the host's page: an invitation with an end of its own, for which the dialog has no field. */
async function inviteUntil({ meeting, expiresAt }: { meeting: string; expiresAt: string }): Promise<string> {
  const secret = document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? '';
  const response = await fetch(`/api/v1/meetings/${meeting}/invitations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-xsrf-token': decodeURIComponent(secret) },
    body: JSON.stringify({ label: '짧은 초대', role: 'GUEST', unitId: null, expiresAt }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { url } = (await response.json()) as { url: string };
  return new URL(url, location.href).pathname;
}

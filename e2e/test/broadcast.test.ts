import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, PHONE } from '../src/browser.ts';
import { Command } from '../src/command.ts';
import { pictures, sound } from '../src/decode.ts';
import { makeDevices, TINY } from '../src/devices.ts';
import { adjourn, goOffAir, goOnAir, openToday, participants, programme, settled, start, tells } from '../src/hall.ts';
import { LiveReader } from '../src/live.ts';
import { Onmaru, ROOT, type Tile } from '../src/onmaru.ts';
import { anywhere, code, dueMs, type Picture, whose } from '../src/picture.ts';
import { signature } from '../src/signature.ts';
import { heard, hears, WINDOW } from '../src/tone.ts';
import { until } from '../src/wait.ts';

const SIMULATED = 10;
const HOST = signature(14);
const HEAD = signature(15);
/** Somebody who is in the room only while it is off air: must be nowhere that is public, ever. */
const CANARY = signature(13);

/** From pressing "off air" until the newest thing a citizen can fetch is the slate. */
const SLATE_WITHIN_MS = 2_500;

let onmaru: Onmaru;
let devices: string;
let host: Person;
let head: Person;
let citizen: Person;
let crowd: Command;
let meeting: string;
let reader: LiveReader;
let tiles: Tile[];
/** Where everybody was the first time on air. */
let tilesBefore: Tile[];
/** When the canary may have been in the room, Unix milliseconds. */
const secret = { from: 0, to: 0 };

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-devices-'));
  onmaru = await Onmaru.run();
});

afterAll(async () => {
  await reader?.close();
  await crowd?.stop();
  for (const person of [citizen, head, host]) await person?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

/** Runs in the page. */
function everyVideoMoves(): boolean {
  return [...document.querySelectorAll('video')].every((video) => video.readyState >= 2 && video.videoWidth > 0);
}

/** Whose picture should fill a tile. */
function owner(tile: Tile) {
  const simulated = tile.identity.match(/^s-(\d+)$/)?.[1];
  if (simulated !== undefined) return signature(Number(simulated));
  return tile.name.includes('비서실') ? HOST : HEAD;
}

async function lookAt(data: Uint8Array, look: (picture: Picture, index: number) => void) {
  let index = 0;
  for await (const picture of pictures(data)) look(picture, index++);
  return index;
}

/** What is wrong in the next eight seconds that a citizen can fetch; empty when nothing is. */
async function faultsOfEightSeconds(): Promise<string[]> {
  const from = Date.now();
  await until('eight seconds of parts', 30_000, () => reader.between(from, Date.now()).length >= 24);
  const judged = reader.decodable(reader.between(from, Date.now()));
  const stream = reader.stream(judged);
  const arrivals = judged.flatMap((part) => Array.from({ length: part.pictures }, () => part.arrivedMs));
  const wrong = new Map<string, number>();
  const ages: number[] = [];
  const codes = new Set<number>();
  const count = await lookAt(stream, (picture, index) => {
    for (const tile of tiles) {
      if (whose(picture, tile)?.number !== owner(tile).number) wrong.set(tile.name, (wrong.get(tile.name) ?? 0) + 1);
      const seen = tile.identity.startsWith('s-') ? code(picture, tile) : null;
      const arrived = arrivals[index];
      if (seen === null || arrived === undefined) continue;
      ages.push(arrived - dueMs(seen, arrived));
      if (tile.identity === 's-1') codes.add(seen);
    }
  });
  const windows = heard(await sound(stream));
  const faults: string[] = [];
  const found = (bad: boolean, fault: string): void => {
    if (bad) faults.push(fault);
  };
  found(count < 150 || count !== arrivals.length, `${count} pictures decoded, ${arrivals.length} in the parts`);
  for (const [name, pictures] of wrong) found(pictures > count * 0.05, `${name}: wrong in ${pictures} of ${count}`);
  found(codes.size <= count / 2, `${codes.size} different pictures of the first attendee in ${count}`);
  found(ages.length <= count * SIMULATED * 0.9, `${ages.length} clocks read in ${count} pictures`);
  // How fast it is, is the broadcast bench's to say; here the clocks must be read right.
  found(Math.min(...ages) <= 0, `captured ${-Math.min(...ages)} ms after it could be fetched`);
  for (const tile of tiles) {
    const times = windows.filter((window) => window.includes(owner(tile).number)).length;
    found(times < windows.length * 0.8, `${tile.name}: heard in ${times} of ${windows.length}`);
  }
  return faults;
}

/** Everybody in their own rectangle, and everybody's sound, wherever the recording shows the room. */
async function holdsEverybody(recording: string): Promise<void> {
  let [ofRoom, right, index] = [0, 0, 0];
  const everybody = (picture: Picture, where: Tile[]): boolean =>
    where.every((tile) => whose(picture, tile)?.number === owner(tile).number);
  for await (const picture of pictures(recording)) {
    if (index++ % 15 !== 0 || !tiles.some((tile) => whose(picture, tile) !== null)) continue;
    ofRoom++;
    if (everybody(picture, tiles) || everybody(picture, tilesBefore)) right++;
  }
  expect(ofRoom, 'pictures of the room').toBeGreaterThan(20);
  expect(right, `pictures of ${ofRoom} with everybody in their place`).toBeGreaterThan(ofRoom * 0.8);
  const windows = heard(await sound(recording)).filter((window) => window.length > 0);
  expect(windows.length, 'moments with sound').toBeGreaterThan(20);
  for (const tile of tiles) {
    const times = windows.filter((window) => window.includes(owner(tile).number)).length;
    expect(times, `${tile.name}: heard in ${times} of ${windows.length}`).toBeGreaterThan(windows.length * 0.7);
  }
}

describe('a meeting on air', () => {
  it('is started by the host in a browser, with a unit head and ten simulated attendees', async () => {
    host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST, TINY) });
    await host.signIn(onmaru.account('host'));
    meeting = await openToday(host);
    await host.enter(meeting);
    head = await Person.open(onmaru.url, { devices: makeDevices(devices, HEAD, TINY) });
    await head.signIn(onmaru.account('disaster'));
    await head.enter(meeting);
    await head.stepBack();
    await start(host);
    crowd = onmaru.crowd(SIMULATED);
    await crowd.line(/simulated attendees joined/, 120_000);
    await host.button(`참석 ${SIMULATED + 2}`).waitFor({ timeout: 30_000 });
    await until('everybody’s picture in the host’s room', 30_000, () => host.page.evaluate(everyVideoMoves));
    await host.photograph('room-host');
    await host.button('진행').click();
    await host.stepBack();
  });

  it('reaches a citizen who opens the page on a phone', async () => {
    citizen = await Person.open(onmaru.url, { viewport: PHONE });
    await citizen.page.goto('/');
    await goOnAir(host);
    await tells(head, '방송 중 ON AIR');
    const { hls } = await until('a public stream', 20_000, async () => {
      const live = await onmaru.public<{ state: string; hls: string | null }>('/api/v1/public/live');
      return live.state === 'on-air' && live.hls !== null ? { hls: live.hls } : null;
    });
    reader = new LiveReader(new URL(hls, onmaru.url));
    tiles = await settled(onmaru, meeting, SIMULATED + 2);
    tilesBefore = tiles;
    expect(tiles.map((tile) => owner(tile).number).sort((a, b) => a - b)).toEqual([
      ...Array.from({ length: SIMULATED }, (_, i) => i + 1),
      HOST.number,
      HEAD.number,
    ]);
    const video = citizen.page.getByLabel('회의 생중계');
    await until('everybody on the citizen’s screen', 30_000, async () => {
      const picture = await citizen.screen(video);
      return picture !== null && tiles.every((tile) => whose(picture, tile)?.number === owner(tile).number);
    });
    await citizen.photograph('citizen-live-phone');
    // Until they are needed again: a player takes a good part of a core that the room and the studio need here.
    await citizen.page.goto('about:blank');
  });

  it('shows everybody in their own rectangle, is heard, and is young enough', async () => {
    // Several browsers share the machine with the studio: what must be right is eight seconds, not the first eight.
    // How often it took is told: on an idle machine once.
    let faults: string[] = [];
    let tries = 0;
    await until('eight seconds without a fault', 150_000, async () => {
      faults = await faultsOfEightSeconds();
      tries += 1;
      process.stdout.write(`eight seconds, try ${tries}: ${faults.length === 0 ? 'no fault' : faults.join('; ')}\n`);
      return faults.length === 0;
    }).catch((late: unknown) => {
      if (faults.length === 0) throw late;
    });
    expect(faults).toEqual([]);
  });

  it('plays in a player that knows nothing of low latency', async () => {
    const live = await onmaru.public<{ hls: string }>('/api/v1/public/live');
    let right = 0;
    let count = 0;
    for await (const picture of pictures(new URL(live.hls, onmaru.url).href, ['-t', '3'])) {
      count++;
      if (tiles.every((tile) => whose(picture, tile)?.number === owner(tile).number)) right++;
    }
    expect(count).toBeGreaterThan(60);
    expect(right).toBeGreaterThan(count * 0.9);
  });

  it('plays in a low-latency client that is not ours', async () => {
    const live = await onmaru.public<{ hls: string }>('/api/v1/public/live');
    const client = new Command(
      [
        'go',
        'run',
        '-C',
        join(ROOT, 'e2e/hlsclient'),
        '.',
        '-url',
        new URL(live.hls, onmaru.url).href,
        '-seconds',
        '6',
      ],
      join(onmaru.out, 'hlsclient.log'),
    );
    expect(await client.exit(180_000), client.tail()).toBe(0);
    const report = JSON.parse(client.lines.at(-1) ?? '{}');
    expect(report.errors).toEqual([]);
    expect(report.videoUnits).toBeGreaterThan(90);
    expect(report.parts, 'fetched part by part').toBeGreaterThan(9);
    expect(report.audioUnits).toBeGreaterThan(100);
  });
});

describe('off air', () => {
  it('turns citizens’ picture into the slate at once', async () => {
    const request = host.page.waitForRequest('**/off-air');
    const switched = goOffAir(host);
    await request;
    const pressed = Date.now();
    secret.from = pressed + 5_000;
    await switched;
    await tells(head, '비공개 OFF AIR');
    await until('parts after the switch', 20_000, () => reader.between(pressed + 5_000, Date.now()).length >= 6);
    const parts = reader.between(pressed - 4_000, Date.now());
    const judged = reader.decodable(parts);
    const arrivals = judged.flatMap((part) => Array.from({ length: part.pictures }, () => part.arrivedMs));
    let lastOfRoom = 0;
    await lookAt(reader.stream(judged), (picture, index) => {
      if (tiles.some((tile) => whose(picture, tile) !== null)) lastOfRoom = arrivals[index] ?? 0;
    });
    expect(lastOfRoom, 'the room was on air before').toBeGreaterThan(0);
    expect(lastOfRoom - pressed, 'from the button to the last part that shows the room').toBeLessThan(SLATE_WITHIN_MS);
  });

  it('keeps whoever comes meanwhile out of everything public', async () => {
    const canary = await Person.open(onmaru.url, { devices: makeDevices(devices, CANARY, TINY) });
    try {
      await canary.signIn(onmaru.account('health'));
      await canary.enter(meeting);
      await host.button(`참석 ${SIMULATED + 3}`).waitFor({ timeout: 30_000 });
      await until('the canary’s camera and microphone in the room', 90_000, async () => {
        const here = await participants(host, meeting);
        return here.some((each) => each.unit === '보건소' && each.camera === 'ON' && each.microphone === 'ON');
      });
      const seen = Date.now();
      await until(
        'six seconds with the canary in the room',
        30_000,
        () => (reader.parts.at(-1)?.arrivedMs ?? 0) > seen + 6_000,
      );
    } finally {
      // Whoever stays would be on air later, and rightly: what failed here is not to look like a leak there.
      await canary.leave();
    }
    await host.button(`참석 ${SIMULATED + 2}`).waitFor({ timeout: 60_000 });
    secret.to = Date.now();
    const parts = reader.between(secret.from, secret.to);
    const judged = reader.decodable(parts);
    let leaks = 0;
    const count = await lookAt(reader.stream(judged), (picture, index) => {
      if (index % 5 === 0 && anywhere(picture, CANARY)) leaks++;
    });
    expect(count).toBeGreaterThan(100);
    expect(leaks).toBe(0);
    expect(heard(await sound(reader.stream(judged))).flat(), 'silence').toEqual([]);
    await citizen.page.goto('/');
    await citizen.page.getByLabel('회의 생중계').waitFor({ timeout: 30_000 });
    await citizen.photograph('citizen-slate-phone');
  });

  it('ends at the same address when the host goes on air again', async () => {
    await goOnAir(host);
    tiles = await settled(onmaru, meeting, SIMULATED + 2);
    const video = citizen.page.getByLabel('회의 생중계');
    await until('everybody on the citizen’s screen again', 30_000, async () => {
      const picture = await citizen.screen(video);
      return picture !== null && tiles.every((tile) => whose(picture, tile)?.number === owner(tile).number);
    });
    expect(reader.problems).toEqual([]);
  });
});

describe('afterwards', () => {
  it('the recording plays in a browser and holds the meeting', async () => {
    await adjourn(host);
    await host.page.getByText('회의를 마쳤습니다').waitFor({ timeout: 60_000 });
    const recording = await until('the recording', 60_000, async () => {
      const past = await onmaru.public<{ recording: { url: string; durationMs: number; bytes: number } | null }>(
        `/api/v1/public/meetings/${meeting}`,
      );
      return past.recording;
    });
    await until('the end of the stream', 20_000, () => reader.ended);
    await citizen.page.goto(`/meetings/${meeting}`);
    const video = citizen.page.locator('video');
    await video.evaluate((element) => {
      const player = element as HTMLVideoElement;
      player.muted = true;
      player.currentTime = 12;
      return player.play();
    });
    await until('the recording on the citizen’s screen', 30_000, async () => {
      const picture = await citizen.screen(video);
      return picture !== null && whose(picture, tiles[0] ?? { x: 0, y: 0, width: 16, height: 16 }) !== null;
    });
    const length = await video.evaluate((element) => (element as HTMLVideoElement).duration);
    expect(Math.abs(length * 1_000 - recording.durationMs)).toBeLessThan(1_000);
    const response = await fetch(new URL(recording.url, onmaru.url), { headers: { range: 'bytes=0-99' } });
    expect(response.status).toBe(206);
    await holdsEverybody(new URL(recording.url, onmaru.url).href);
  });

  it('no file and no part ever held the canary', async () => {
    const everything: Array<[string, string | Uint8Array]> = [];
    const epochs = Map.groupBy(reader.parts, (part) => part.init);
    for (const [init, parts] of epochs) everything.push([init, reader.stream(parts)]);
    const directory = join(onmaru.data, 'programmes', meeting);
    for (const name of readdirSync(directory)) {
      const file = join(directory, name);
      if (name.endsWith('.mp4') && statSync(file).size > 0) everything.push([name, file]);
    }
    expect(everything.length).toBeGreaterThan(1);
    for (const [name, source] of everything) {
      let [leaks, withPeople, index] = [0, 0, 0];
      for await (const picture of pictures(source)) {
        if (index++ % 15 !== 0) continue;
        if (anywhere(picture, CANARY)) leaks++;
        if (tiles.some((tile) => whose(picture, tile) !== null)) withPeople++;
      }
      expect(leaks, `${name}: pictures with the canary`).toBe(0);
      expect(withPeople, `${name}: pictures with people`).toBeGreaterThan(10);
      const samples = await sound(source);
      for (let at = 0; at + WINDOW <= samples.length; at += WINDOW) {
        expect(hears(samples.subarray(at, at + WINDOW), CANARY), `${name} at ${at / 48_000} s`).toBe(false);
      }
    }
  });

  it('left no complaint in any browser', async () => {
    expect([host, head, citizen].flatMap((person) => person.complaints)).toEqual([]);
    expect((await programme(onmaru, meeting)).tally).toBe('OFF_AIR');
  });
});

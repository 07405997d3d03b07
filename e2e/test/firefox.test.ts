import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../src/browser.ts';
import { makeDevices } from '../src/devices.ts';
import { hearing } from '../src/ear.ts';
import { Firefox } from '../src/firefox.ts';
import { openToday } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { type Area, mean, type Picture, whose } from '../src/picture.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const HEAD = signature(9);
const OTHER = '.grid video:not(.mirrored)';
const PATIENCE_MS = 60_000;
/** Darker is black, of 16 to 235. */
const BLACK = 40;
/** Two pictures whose means are further apart are two pictures. */
const ANOTHER = 6;

let onmaru: Onmaru;
let devices: string;
let host: Person;
let head: Firefox;
let meeting: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-firefox-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
  await host.enter(meeting);
  head = await Firefox.open(onmaru.url, HEAD);
  await head.signIn(onmaru.account('disaster'));
});

afterAll(async () => {
  await head?.leave();
  await host?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

function all({ width, height }: Picture): Area {
  return { x: 0, y: 0, width, height };
}

describe('a head of a unit at Firefox', () => {
  it('sees itself at the door and comes in', async () => {
    await head.goto(`/m/${meeting}`);
    await until('its own picture', PATIENCE_MS, async () => {
      const picture = await head.screen('video.preview');
      return picture !== null && mean(picture, all(picture), 8)[0] > BLACK;
    });
    await until('its own voice', PATIENCE_MS, () =>
      head.page.$eval('meter.level', (meter) => (meter as HTMLMeterElement).value > 0),
    );
    await head.press('회의 들어가기');
    await head.offers('카메라 끄기');
    await host.button('참석 2').waitFor();
  });

  it('is seen moving, and heard, at Chromium', async () => {
    const video = host.page.locator(OTHER).first();
    const colours: (readonly [number, number, number])[] = [];
    await until('one picture after another', PATIENCE_MS, async () => {
      const picture = (await video.count()) === 0 ? null : await host.screen(video);
      if (picture === null) return false;
      const colour = mean(picture, all(picture), 8);
      if (colour[0] < BLACK) return false;
      const last = colours.at(-1);
      if (last === undefined || Math.hypot(...colour.map((part, i) => part - (last[i] ?? 0))) > ANOTHER)
        colours.push(colour);
      return colours.length >= 3;
    });
    await until('its voice', PATIENCE_MS, () => hearing(host.page, HEAD));
  });

  it('sees and hears whoever is at Chromium, small and large', async () => {
    await until('the host', PATIENCE_MS, () => showsTheHost(OTHER));
    await until('the host’s voice', PATIENCE_MS, () => hearing(head.page, HOST));
    await head.press('발언자 크게');
    await until('the host, large', PATIENCE_MS, () => showsTheHost('.speaker-large video'));
  });

  it('mutes and unmutes itself, and leaves', async () => {
    await head.press('마이크 끄기');
    await until('silence', PATIENCE_MS, async () => !(await hearing(host.page, HEAD)));
    await head.press('마이크 켜기');
    await until('its voice again', PATIENCE_MS, () => hearing(host.page, HEAD));
    await head.press('나가기');
    await host.button('참석 1').waitFor();
    expect([...head.complaints, ...host.complaints]).toEqual([]);
  });

  async function showsTheHost(place: string): Promise<boolean> {
    const picture = await head.screen(place);
    return picture !== null && whose(picture, all(picture))?.number === HOST.number;
  }
});

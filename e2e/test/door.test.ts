import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opening, Person } from '../src/browser.ts';
import { type Devices, makeDevices, mute } from '../src/devices.ts';
import { hearing, loudest, tapLoudspeaker } from '../src/ear.ts';
import { openToday, shows } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const HEAD = signature(15);
const PATIENCE_MS = 30_000;
/** The test tone is a fifth of full scale. */
const TONE = 0.15;

let onmaru: Onmaru;
let directory: string;
let devices: Devices;
let host: Person;
let meeting: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'onmaru-door-'));
  devices = makeDevices(directory, HEAD);
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(directory, HOST) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
  await host.enter(meeting);
});

afterAll(async () => {
  await host?.leave();
  await onmaru?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** A head of a unit before the door, for one test. */
async function atTheDoor(opening: Opening, act: (head: Person) => Promise<void>): Promise<void> {
  const head = await Person.open(onmaru.url, opening);
  try {
    await head.page.addInitScript(tapLoudspeaker);
    await head.signIn(onmaru.account('disaster'));
    await head.page.goto(`/m/${meeting}`);
    await act(head);
    expect(head.complaints).toEqual([]);
  } finally {
    await head.leave();
  }
}

function level(head: Person): Promise<number> {
  return head.page.getByLabel('마이크 소리 크기').evaluate((meter) => (meter as HTMLMeterElement).value);
}

describe('before the door', () => {
  it('one sees oneself, hears the loudspeaker, and the level follows one’s voice', async () => {
    await atTheDoor({ devices }, async (head) => {
      await until('the camera’s own picture', PATIENCE_MS, () => shows(head, 'video.preview', HEAD));
      const levels = new Set<number>();
      await until('a level that moves', PATIENCE_MS, async () => levels.add(await level(head)).size >= 3);
      expect(Math.max(...levels)).toBeGreaterThan(20);
      await head.page.getByText('준비가 되었습니다.').waitFor();

      expect(await head.page.evaluate(loudest), 'nothing is played unasked').toBe(0);
      const played = until('the tone', PATIENCE_MS, async () => (await head.page.evaluate(loudest)) > TONE);
      await head.button('소리 내 보기').click();
      await played;
      await head.button(/^들려요/).click();
      await head.page.getByText('스피커가 잘 들립니다.').waitFor();
    });
  });

  it('a microphone that gives nothing is told, and its level stays still', async () => {
    await atTheDoor({ devices: mute(devices) }, async (head) => {
      await until('the camera’s own picture', PATIENCE_MS, () => shows(head, 'video.preview', HEAD));
      const levels: number[] = [];
      const told = head.page.getByText('마이크에서 소리가 나지 않습니다');
      await until('the sentence', PATIENCE_MS, async () => {
        levels.push(await level(head));
        return told.isVisible();
      });
      expect(new Set(levels)).toEqual(new Set([0]));
    });
  });

  it('whoever denies the camera alone is told what to do, and comes in by sound', async () => {
    await atTheDoor({ devices, allows: 'sound' }, async (head) => {
      await head.page.getByText('카메라가 막혀 있습니다.').waitFor({ timeout: PATIENCE_MS });
      await head.page.getByText('내 모습이 보이지 않습니다').waitFor();
      expect(await head.barriers()).toEqual([]);
      await head.button('회의 들어가기').click();
      await head.button('카메라 켜기').waitFor({ timeout: PATIENCE_MS });
      await head.button('마이크 끄기').waitFor({ timeout: PATIENCE_MS });
      await until('their voice in the room', PATIENCE_MS, () => hearing(host.page, HEAD));
      expect(await host.page.locator('.grid video:not(.mirrored)').count(), 'no picture').toBe(0);
    });
  });
});

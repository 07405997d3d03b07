import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, PHONE } from '../src/browser.ts';
import { makeDevices } from '../src/devices.ts';
import { SmallDisk } from '../src/disk.ts';
import { adjourn, goOnAir, openToday, start } from '../src/hall.ts';
import { freePort, Onmaru } from '../src/onmaru.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

/** Enough for a database and less than a recording leaves free. */
const DISK_MB = 500;
const FULL = '서버의 디스크가 가득 차서 저장하지 못했습니다.';

/** Long and without pattern, so that the database needs a new page for it. */
const SITUATION = Array.from({ length: 3_000 }, (_, i) =>
  String.fromCodePoint(0xac00 + ((i * 7_919 + Math.floor((i * i) / 3)) % 11_000)),
).join('');

let work: string;
let disk: SmallDisk;
let onmaru: Onmaru;
let host: Person;
let town: Person;

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'onmaru-disk-'));
  onmaru = await Onmaru.run({
    prepare: (data) => {
      disk = SmallDisk.mount(data, DISK_MB);
    },
  });
  host = await Person.open(onmaru.url, { devices: makeDevices(work, signature(14)) });
  await host.signIn(onmaru.account('host'));
  town = await Person.open(onmaru.url, { viewport: PHONE });
  await town.signIn(onmaru.account('gangcheon'));
});

afterAll(async () => {
  await town?.leave();
  await host?.leave();
  await onmaru?.stop(() => disk?.unmount());
  rmSync(work, { recursive: true, force: true });
});

const state = async () => (await onmaru.public<{ state: string }>('/api/v1/public/live')).state;

describe('a disk that is full', () => {
  it('the broadcast goes on unrecorded while too little is left, and says so', async () => {
    const meeting = await openToday(host);
    await host.enter(meeting);
    await start(host);
    await goOnAir(host);
    await host.page.getByText('녹화를 멈췄습니다. 방송은 계속됩니다.').first().waitFor({ timeout: 30_000 });
    await host.photograph('disk-unrecorded');
    // The room is told of the wish at once, citizens of the picture once it is there.
    await until('citizens to see it', 30_000, async () => (await state()) === 'on-air');
    await adjourn(host);
    await until('its end', 30_000, async () => (await state()) !== 'on-air');
  });

  it('what is typed stays where it is, with the reason beside it, and is saved once there is room', async () => {
    await town.page.goto('/reports');
    const situation = town.page.getByLabel('특이사항', { exact: true });
    await situation.fill('제설 중');
    await town.page.getByText('방금 저장됨').waitFor();
    disk.fill();
    await situation.fill(SITUATION);
    await town.page.getByText(FULL).waitFor();
    await town.page.getByText('서버가 저장하지 못해 이 기기에 보관했습니다.').waitFor();
    await town.photograph('disk-report-phone');
    expect(await situation.inputValue()).toBe(SITUATION);
    expect(await town.barriers()).toEqual([]);
    // Nobody types again: the page goes on trying by itself.
    disk.clear();
    await town.page.getByText('방금 저장됨').waitFor({ timeout: 30_000 });
    expect(await town.page.getByText(FULL).count()).toBe(0);
    await town.page.reload();
    await until('the same words after a reload', 10_000, async () => (await situation.inputValue()) === SITUATION);
  });

  it('a file that does not fit is refused with the same sentence and leaves nothing behind', async () => {
    const picture = join(work, '현장.png');
    // Noise, so that it stays large.
    const noise = 'nullsrc=s=900x900,geq=random(1)*255:128:128';
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', noise, '-frames:v', '1', picture]);
    const attach = () => town.page.locator('input[type=file]').setInputFiles(picture);
    disk.fill();
    await attach();
    await town.page.getByText(FULL).waitFor();
    expect(await town.page.getByRole('link', { name: '현장.png' }).count()).toBe(0);
    disk.clear();
    await attach();
    await town.page.getByRole('link', { name: '현장.png' }).waitFor();
  });

  it('a server does not start on one, in one clear sentence', async () => {
    const other = SmallDisk.mount(join(work, 'other'), 20);
    try {
      const second = onmaru.again([
        '--port',
        String(await freePort()),
        '--data',
        other.path,
        `--onmaru.sfu.tcp-port=${await freePort()}`,
        `--onmaru.sfu.udp-port=${await freePort()}`,
      ]);
      expect(await second.exit(120_000)).not.toBe(0);
      expect(second.tail()).toContain('디스크가 가득');
      expect(second.tail()).not.toMatch(/^\s+at .*\(.*\.java/m);
    } finally {
      other.unmount();
    }
  });
});

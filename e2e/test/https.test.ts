import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, PHONE } from '../src/browser.ts';
import { makeDevices } from '../src/devices.ts';
import { openToday } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { whose } from '../src/picture.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const ATTENDEES = 3;

let onmaru: Onmaru;
let devices: string;
let host: Person;
let citizen: Person;

/** One address with HTTPS, as on the city's own network. */
beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-devices-'));
  onmaru = await Onmaru.run({ words: ['--tls', 'self'] });
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST) });
  citizen = await Person.open(onmaru.url, { viewport: PHONE });
});

afterAll(async () => {
  await citizen?.leave();
  await host?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

/** Runs in the page. */
async function publicly(path: string): Promise<unknown> {
  return (await fetch(path)).json();
}

describe('over HTTPS', () => {
  it('a page is a secure one and the steps to trust it are there', async () => {
    expect(onmaru.url).toMatch(/^https:/);
    await citizen.page.goto('/');
    expect(await citizen.page.evaluate(() => window.isSecureContext)).toBe(true);
    await citizen.page.goto('/trust');
    await citizen.page.getByRole('heading', { name: '온마루 인증서 믿기' }).waitFor();
  });

  it('a private rehearsal says unit by unit what arrived, ends by itself, and leaves no trace', async () => {
    const json = join(onmaru.out, 'rehearsal.json');
    const rehearsal = onmaru.rehearsal(ATTENDEES, json);
    expect(await rehearsal.exit(200_000), rehearsal.tail()).toBe(0);
    const report = JSON.parse(readFileSync(json, 'utf8'));
    expect(report).toMatchObject({ mode: 'rehearsal', broadcastWatched: true, problem: '' });
    expect(report.units).toHaveLength(ATTENDEES);
    for (const unit of report.units) {
      expect(unit).toMatchObject({ roomPicture: true, roomSound: true, broadcastPicture: true, broadcastSound: true });
      expect(rehearsal.tail()).toContain(unit.title);
    }
    await citizen.page.goto('/');
    expect(await citizen.page.evaluate(publicly, '/api/v1/public/live')).toMatchObject({ state: 'none' });
    expect(await citizen.page.evaluate(publicly, '/api/v1/public/meetings')).toEqual([]);
  });

  it('somebody signs in, enters the room and is in the picture, by wss and media', async () => {
    await host.signIn(onmaru.account('host'));
    const meeting = await openToday(host);
    await host.enter(meeting);
    const own = host.page.locator('video').first();
    await until('the own camera in the room', 30_000, async () => {
      const picture = await host.screen(own);
      return picture !== null && whose(picture, { ...picture, x: 0, y: 0 })?.number === HOST.number;
    });
    expect(host.complaints).toEqual([]);
  });
});

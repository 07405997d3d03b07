import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person } from '../src/browser.ts';
import { flowing } from '../src/connections.ts';
import { makeDevices } from '../src/devices.ts';
import { hearing } from '../src/ear.ts';
import { openToday, shows } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const HEAD = signature(15);
const HEARD_MS = 20_000;
/** The other one's picture, as the grid shows it. */
const OTHER = '.grid video:not(.mirrored)';

let onmaru: Onmaru;
let devices: string;
let host: Person;
let head: Person;
let meeting: string;
let name: string;
/** What opened the room to the head. */
let ticket: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-moderation-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
  await host.enter(meeting);
  await host.button('참석 1').click();
  head = await Person.open(onmaru.url, { devices: makeDevices(devices, HEAD) });
  head.page.on('response', async (response) => {
    if (response.url().endsWith(`/meetings/${meeting}/join`)) ticket = (await response.json()).token ?? ticket;
  });
  const account = onmaru.account('disaster');
  name = account.who.split(' ')[0] ?? '';
  await head.signIn(account);
  await head.enter(meeting);
  await until('the head’s picture', 30_000, () => shows(host, OTHER, HEAD));
  await until('the head’s voice', HEARD_MS, () => hearing(host.page, HEAD));
  await until('the host’s voice', HEARD_MS, () => hearing(head.page, HOST));
});

afterAll(async () => {
  for (const person of [head, host]) await person?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

function silenceOfTheHead(): Promise<unknown> {
  return until('silence of the head', HEARD_MS, async () => !(await hearing(host.page, HEAD)));
}

describe('the host', () => {
  it('mutes one person, who is told so and may speak again', async () => {
    await host.button(`${name} 마이크 끄기`).click();
    await head.page.getByText('진행자가 내 마이크를 껐습니다.').waitFor();
    await silenceOfTheHead();
    expect(await hearing(head.page, HOST), 'nobody else was muted').toBe(true);
    await head.button('마이크 켜기').click();
    await until('the head’s voice again', HEARD_MS, () => hearing(host.page, HEAD));
  });

  it('switches one person’s camera off', async () => {
    await host.button(`${name} 카메라 끄기`).click();
    await head.button('카메라 켜기').waitFor();
    await host.page.locator(OTHER).waitFor({ state: 'hidden' });
    await head.button('카메라 켜기').click();
    await until('the head’s picture again', 30_000, () => shows(host, OTHER, HEAD));
  });

  it('mutes everybody else', async () => {
    await host.button('모두 음소거').click();
    await host.page.getByText('1명의 마이크를 껐습니다.').waitFor();
    await head.page.getByText('진행자가 내 마이크를 껐습니다.').waitFor();
    await silenceOfTheHead();
    expect(await hearing(head.page, HOST), 'the host goes on speaking').toBe(true);
    await head.button('마이크 켜기').click();
    await until('the head’s voice again', HEARD_MS, () => hearing(host.page, HEAD));
  });

  it('sends somebody out, who is told so and does not come back by the ticket they have', async () => {
    expect(await head.page.evaluate(validate, ticket), 'until now it opens the room').toBe(200);
    await host.button(`${name} 내보내기`).click();
    await host.page.getByRole('dialog').getByRole('button', { name: '내보내기' }).click();
    await head.page.getByText('진행자가 회의에서 내보냈습니다.').waitFor();
    await host.button('참석 1').waitFor();
    await flowing(host.page, 'nothing from the head', ({ received }) => received.length === 0);
    expect(await head.page.evaluate(validate, ticket)).toBe(403);
    expect(await head.page.evaluate(opens, ticket)).toBe(false);
    await head.page.goto(`/m/${meeting}`);
    await head.button('회의 들어가기').click();
    await head.page.getByText('다시 들어오려면 진행자에게 요청해 주세요.').waitFor();
    expect(await head.barriers()).toEqual([]);
    await head.photograph('room-removed');
  });

  it('lets them in again', async () => {
    await host.button(`${name} 다시`).click();
    await head.button('여기에서 다시 들어가기').click();
    await head.button('카메라 켜기').click();
    await until('the head’s picture again', 30_000, () => shows(host, OTHER, HEAD));
  });
});

describe('whoever leaves', () => {
  it('is back at the door, neither seen nor heard', async () => {
    await head.button('나가기').click();
    await head.page.getByText('회의에서 나왔습니다. 다시 들어갈 수 있습니다.').waitFor();
    await host.button('참석 1').waitFor();
    await flowing(host.page, 'nothing from the head', ({ received }) => received.length === 0);
    await host.page.locator('.tile-gone').filter({ hasText: '나감' }).waitFor();
    await head.button('회의 들어가기').click();
    await until('the head’s picture again', 30_000, () => shows(host, OTHER, HEAD));
    await until('the head’s voice again', HEARD_MS, () => hearing(host.page, HEAD));
    expect([host, head].flatMap((person) => person.complaints)).toEqual([]);
  });
});

/** Runs in the page: what the server says to a ticket. */
async function validate(ticket: string): Promise<number> {
  return (await fetch(`/sfu/rtc/validate?access_token=${ticket}`)).status;
}

/** Runs in the page: whether signalling opens with a ticket. Whoever is in the room by it would be there twice. */
function opens(ticket: string): Promise<boolean> {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sfu/rtc?access_token=${ticket}`);
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve(true));
    socket.addEventListener('error', () => resolve(false));
  });
}

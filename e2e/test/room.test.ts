import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, Person } from '../src/browser.ts';
import type { Command } from '../src/command.ts';
import { asksToSend, captured, flow, flowing, pictureTracks } from '../src/connections.ts';
import { makeDevices, SHARP } from '../src/devices.ts';
import { hearing } from '../src/ear.ts';
import { openToday, places, shows } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { css, signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const HOST = signature(14);
const HEAD = signature(15);
const SLIDES = signature(11);
/** Chromium finds a tab by plain letters only. */
const SLIDES_TITLE = 'slides';
const SIMULATED = 7;
/** Two tiles beside each other, each smaller than the smallest picture that is sent. */
const NARROW = { width: 640, height: 480 };
/** Fewer tiles than people. */
const CROWDED = { width: 700, height: 560 };
const CAMERA = 1;
const SCREEN = 3;

let onmaru: Onmaru;
let devices: string;
let host: Person;
let head: Person;
let meeting: string;

beforeAll(async () => {
  devices = mkdtempSync(join(tmpdir(), 'onmaru-room-'));
  onmaru = await Onmaru.run();
  host = await Person.open(onmaru.url, { devices: makeDevices(devices, HOST) });
  await host.signIn(onmaru.account('host'));
  meeting = await openToday(host);
  await host.enter(meeting);
  head = await Person.open(onmaru.url, { devices: makeDevices(devices, HEAD, SHARP), shares: SLIDES_TITLE });
  await head.signIn(onmaru.account('disaster'));
  await head.enter(meeting);
  await until('the head’s picture in the host’s room', 30_000, () => shows(host, '.grid video:not(.mirrored)', HEAD));
});

afterAll(async () => {
  for (const person of [head, host]) await person?.leave();
  await onmaru?.stop();
  rmSync(devices, { recursive: true, force: true });
});

describe('a shared screen', () => {
  let slides: Page;

  it('is large on everybody’s page, and its sound is heard', async () => {
    slides = await head.page.context().newPage();
    await slides.goto(presentation());
    await head.button('화면 공유').click();
    await head.button('공유 중지').waitFor();
    await until('the slides, large', 30_000, () => shows(host, '.speaker-large video', SLIDES));
    const box = await host.page.locator('.speaker-large .tile-screen').boundingBox();
    expect(box?.width).toBeGreaterThan(DESK.width / 2);
    await until('the head in the strip below', 15_000, () => shows(host, '.strip video:not(.mirrored)', HEAD));
    await until('the sound of the slides', 60_000, () => hearing(host.page, SLIDES));
    const asItIs = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 };
    expect(await captured(head.page), 'no filter for voices').toContainEqual(expect.objectContaining(asItIs));
    expect(await host.barriers()).toEqual([]);
    await host.photograph('room-screen');
  });

  it('ends by the button', async () => {
    await head.button('공유 중지').click();
    await host.page.locator('.tile-screen').waitFor({ state: 'hidden' });
    await head.button('화면 공유').waitFor();
    await until('the head in the grid again', 15_000, () => shows(host, '.grid video:not(.mirrored)', HEAD));
    await until('silence of the slides', 15_000, async () => !(await hearing(host.page, SLIDES)));
  });

  it('ends when the browser ends it', async () => {
    await head.button('화면 공유').click();
    await until('the slides, large', 30_000, () => shows(host, '.speaker-large video', SLIDES));
    await slides.close();
    await host.page.locator('.tile-screen').waitFor({ state: 'hidden' });
    await head.button('화면 공유').waitFor();
    expect(head.complaints).toEqual([]);
  });

  it('is not for whoever may not share: no button, and the SFU takes none', async () => {
    const staff = await Person.open(onmaru.url);
    try {
      await staff.signIn(onmaru.account('staff'));
      await staff.enter(meeting);
      await staff.button('카메라 켜기').waitFor();
      expect(await staff.button('화면 공유').count()).toBe(0);
      expect(await asksToSend(staff.page, SCREEN)).toBe('refused');
      expect(await asksToSend(staff.page, CAMERA), 'the question is one that can be granted').toBe('taken');
      expect(await asksToSend(head.page, SCREEN)).toBe('taken');
    } finally {
      await staff.leave();
    }
  });
});

describe('a picture is sent', () => {
  it('small to a small tile, and nothing larger is sent at all', async () => {
    await host.page.setViewportSize(NARROW);
    await flowing(host.page, 'the smallest size alone', ({ received }) => {
      const widths = received.filter(({ kind }) => kind === 'video').map(({ width }) => width);
      return widths.length === 1 && widths[0] === SHARP.width / 3;
    });
    await flowing(head.page, 'an end of the larger sizes', ({ layers: [small, ...larger] }) => {
      return (
        small !== undefined && small.frames > 0 && larger.length === 2 && larger.every(({ frames }) => frames === 0)
      );
    });
  });

  it('in three sizes again where somebody sees it large, who gets the largest', async () => {
    await host.page.setViewportSize(DESK);
    await host.button('발언자 크게').click();
    await until('the head, large', 15_000, () => shows(host, '.speaker-large video', HEAD));
    const { layers } = await flowing(
      head.page,
      'three sizes',
      (now) => now.layers.length === 3 && now.layers.every(({ frames }) => frames > 0),
    );
    expect(layers.map(({ rid, width }) => [rid, width])).toEqual([
      ['q', SHARP.width / 3],
      ['h', SHARP.width / 1.5],
      ['f', SHARP.width],
    ]);
    await flowing(host.page, 'the largest size', ({ received }) =>
      received.some(({ kind, width }) => kind === 'video' && width === SHARP.width),
    );
  });

  it('not at all to a page behind other windows, which still hears', async () => {
    await host.stepBack();
    await flowing(
      host.page,
      'sound alone',
      ({ received }) => received.length > 0 && received.every(({ kind }) => kind === 'audio'),
    );
    await flowing(
      head.page,
      'an end of all sizes',
      ({ layers }) => layers.length === 3 && layers.every(({ frames }) => frames === 0),
    );
    await until('the head’s voice', 15_000, () => hearing(host.page, HEAD));
    await host.stepForward();
    await until('the head again', 30_000, () => shows(host, '.speaker-large video', HEAD));
    await host.button('모두 보기').click();
  });
});

describe('with more people than fit', () => {
  let crowd: Command;

  beforeAll(async () => {
    crowd = onmaru.crowd(SIMULATED);
    await crowd.line(/staying until stopped/, 120_000);
    await host.page.setViewportSize(CROWDED);
    await host.button(`참석 ${SIMULATED + 2}`).waitFor({ timeout: 30_000 });
  });

  afterAll(async () => {
    await crowd?.stop();
  });

  it('only this page’s pictures come, and with the page they change', async () => {
    const first = await exactlyWhatIsInView();
    expect(first.length).toBeLessThan(SIMULATED);
    await host.button('다음 쪽').click();
    const second = await exactlyWhatIsInView();
    expect(second.filter((name) => first.includes(name))).toEqual([]);
    await host.button('이전 쪽').click();
    expect(await exactlyWhatIsInView()).toEqual(first);
  });

  it('only the large one and what is in view of the strip come', async () => {
    await host.button('발언자 크게').click();
    const before = await exactlyWhatIsInView();
    expect(before.length).toBeLessThan(SIMULATED);
    await host.page.getByRole('region', { name: '참석자' }).evaluate((strip) => strip.scrollTo(strip.scrollWidth, 0));
    const after = await exactlyWhatIsInView();
    expect(after.filter((name) => !before.includes(name)).length).toBeGreaterThan(0);
    expect(before.filter((name) => !after.includes(name)).length).toBeGreaterThan(0);
  });

  /** Names of those whose picture comes, once those are the ones in view and no others. */
  function exactlyWhatIsInView(): Promise<string[]> {
    return until('pictures of those in view, and of nobody else', 30_000, async () => {
      const inView = (await places(host)).filter(({ away }) => away === 0);
      // Everybody here has a camera: one whose picture has yet to come belongs to this page all the same.
      if (inView.some(({ bare }) => bare)) return null;
      const shown = inView.filter(({ live }) => live);
      const tracks = [...new Set(shown.map(({ track }) => track))].sort();
      const coming = pictureTracks(await flow(host.page));
      const same = shown.length > 0 && JSON.stringify(tracks) === JSON.stringify(coming);
      return same ? [...new Set(shown.map(({ name }) => name))] : null;
    });
  }
});

/** A tab of one colour in which something moves and sounds. */
function presentation(): string {
  const style = `body{margin:0;background:${css(SLIDES)}} i{position:fixed;top:4vh;width:9vw;height:4vh;background:#fff;
    animation:go 1s infinite linear} @keyframes go{to{left:91vw}}`;
  const script = `const c=new AudioContext(),o=c.createOscillator(),g=c.createGain();o.frequency.value=${SLIDES.toneHertz};
    g.gain.value=0.2;o.connect(g).connect(c.destination);o.start()`;
  const page = `<!doctype html><meta charset="utf-8"><title>${SLIDES_TITLE}</title><style>${style}</style><i></i>
    <script>${script}</script>`;
  return `data:text/html;charset=utf-8,${encodeURIComponent(page)}`;
}

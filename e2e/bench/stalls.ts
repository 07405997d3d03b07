/**
 * `./onmaru bench stalls [--seconds 60]`: a citizen's page in Chromium, on a phone's screen, watching a live meeting of
 * five; tells how often and how long its picture stood still. The last line of the output is JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Person, PHONE } from '../src/browser.ts';
import { makeDevices } from '../src/devices.ts';
import { goOnAir, openToday, settled, start } from '../src/hall.ts';
import { Onmaru } from '../src/onmaru.ts';
import { signature } from '../src/signature.ts';
import { until } from '../src/wait.ts';

const SIMULATED = 4;
/** Until the player has found its place at the live edge. */
const WARM_UP_SECONDS = 15;
/** A picture that stands still longer than this is seen to: at 30 a second the next one is due after 33 ms. */
const STALL_MS = 250;

interface Seen {
  seconds: number;
  pictures: number;
  stalls: number;
  longest_ms: number;
  stalled_ms: number;
  dropped: number;
}

/** Runs in the page: looks at every picture the video element shows. */
function watch({ seconds, stallMs }: { seconds: number; stallMs: number }): Promise<Seen> {
  const video = document.querySelector('video');
  if (video === null) throw new Error('no player');
  const began = performance.now();
  const droppedBefore = video.getVideoPlaybackQuality().droppedVideoFrames;
  const seen: Seen = { seconds, pictures: 0, stalls: 0, longest_ms: 0, stalled_ms: 0, dropped: 0 };
  let last = began;
  const gap = (now: number) => {
    const ms = now - last;
    last = now;
    if (ms <= stallMs) return;
    seen.stalls++;
    seen.stalled_ms += Math.round(ms);
    seen.longest_ms = Math.max(seen.longest_ms, Math.round(ms));
  };
  return new Promise((done) => {
    const end = () => {
      clearInterval(check);
      gap(performance.now());
      seen.dropped = video.getVideoPlaybackQuality().droppedVideoFrames - droppedBefore;
      done(seen);
    };
    // Also ends when no picture comes any more.
    const check = setInterval(() => performance.now() - began > seconds * 1_000 && end(), 100);
    const shown = (now: number) => {
      seen.pictures++;
      gap(now);
      if (now - began <= seconds * 1_000) video.requestVideoFrameCallback(shown);
    };
    video.requestVideoFrameCallback(shown);
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' } } });
const seconds = Number(values.seconds);
if (!(seconds >= 1)) {
  say('✘ --seconds 뒤에는 1 이상의 수가 와야 합니다 (--seconds takes a number from 1)');
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), 'onmaru-stalls-'));
/** What was started, the latest first. */
const ends: (() => Promise<unknown>)[] = [];

async function finish(): Promise<void> {
  for (const end of ends.splice(0)) await end();
  rmSync(work, { recursive: true, force: true });
}

process.once('SIGINT', () => void finish().then(() => process.exit(130)));
try {
  say('서버를 켭니다 (starting a server)…');
  const onmaru = await Onmaru.run();
  ends.unshift(() => onmaru.stop());
  const host = await Person.open(onmaru.url, { devices: makeDevices(work, signature(14)) });
  ends.unshift(() => host.leave());
  await host.signIn(onmaru.account('host'));
  const meeting = await openToday(host);
  await host.enter(meeting);
  await start(host);
  const crowd = onmaru.crowd(SIMULATED);
  ends.unshift(() => crowd.stop());
  await crowd.line(/simulated attendees joined/, 120_000);
  await goOnAir(host);
  await settled(onmaru, meeting, SIMULATED + 1);
  await host.stepBack();
  const citizen = await Person.open(onmaru.url, { viewport: PHONE });
  ends.unshift(() => citizen.leave());
  await citizen.page.goto('/');
  const video = citizen.page.getByLabel('회의 생중계');
  await until('the picture', 30_000, async () => (await citizen.screen(video)) !== null);
  say(`${WARM_UP_SECONDS}초 뒤 ${seconds}초 동안 봅니다 (warming up, then watching)`);
  await citizen.page.evaluate(watch, { seconds: WARM_UP_SECONDS, stallMs: STALL_MS });
  const seen = await citizen.page.evaluate(watch, { seconds, stallMs: STALL_MS });
  say(`멈춤 (stalls)            ${seen.stalls}`);
  say(`가장 긴 멈춤 ms (longest)  ${seen.longest_ms}`);
  say(`초당 장면 (pictures/s)    ${(seen.pictures / seconds).toFixed(1)}`);
  say(`버린 장면 (dropped)       ${seen.dropped}`);
  say(JSON.stringify(seen));
} finally {
  await finish();
}

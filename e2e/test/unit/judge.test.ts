import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sound } from '../../src/decode.ts';
import { makeDevices } from '../../src/devices.ts';
import { listed } from '../../src/live.ts';
import { type Area, anywhere, dueMs, i420, part, rgba, whose } from '../../src/picture.ts';
import { ALL, AMPLITUDE, type Signature, signature } from '../../src/signature.ts';
import { heard, SAMPLE_RATE, WINDOW } from '../../src/tone.ts';

const WIDTH = 320;
const HEIGHT = 180;
const WHOLE: Area = { x: 0, y: 0, width: WIDTH, height: HEIGHT };

function plain(who: { y: number; u: number; v: number }): Uint8Array {
  const luma = WIDTH * HEIGHT;
  const data = new Uint8Array(luma * 1.5);
  data.fill(who.y, 0, luma);
  data.fill(who.u, luma, luma * 1.25);
  data.fill(who.v, luma * 1.25);
  return data;
}

function toRgba(who: Signature): Uint8Array {
  const luma = ((who.y - 16) * 255) / 219;
  const [blue, red] = [((who.u - 128) * 255) / 224, ((who.v - 128) * 255) / 224];
  const pixel = [luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue, 255];
  return Uint8Array.from({ length: WIDTH * HEIGHT * 4 }, (_, i) =>
    Math.round(Math.min(255, Math.max(0, pixel[i % 4] ?? 0))),
  );
}

function tones(who: Signature[], samples = WINDOW): Float32Array {
  return Float32Array.from({ length: samples }, (_, i) =>
    who.reduce((sum, each) => sum + AMPLITUDE * Math.sin((2 * Math.PI * each.toneHertz * i) / SAMPLE_RATE), 0),
  );
}

describe('the eye', () => {
  it('knows everybody in decoded pictures and in a canvas', () => {
    for (const who of ALL) {
      expect(whose(i420(plain(who), WIDTH, HEIGHT), WHOLE)?.number).toBe(who.number);
      expect(whose(rgba(toRgba(who), WHOLE), WHOLE)?.number).toBe(who.number);
    }
  });

  it('finds nobody in grey', () => {
    expect(whose(i420(plain({ y: 100, u: 128, v: 128 }), WIDTH, HEIGHT), WHOLE)).toBeNull();
  });

  it('finds somebody small anywhere, and only that one', () => {
    const data = plain({ y: 40, u: 128, v: 128 });
    const who = signature(13);
    const spot = part(WHOLE, 0.5, 0.5, 0.8, 0.8);
    for (let y = spot.y & ~1; y < spot.y + spot.height; y++) {
      for (let x = spot.x & ~1; x < spot.x + spot.width; x++) {
        const chroma = (y >> 1) * (WIDTH / 2) + (x >> 1);
        data[y * WIDTH + x] = who.y;
        data[WIDTH * HEIGHT + chroma] = who.u;
        data[WIDTH * HEIGHT * 1.25 + chroma] = who.v;
      }
    }
    const picture = i420(data, WIDTH, HEIGHT);
    expect(anywhere(picture, who)).toBe(true);
    expect(ALL.filter((each) => anywhere(picture, each)).map((each) => each.number)).toEqual([13]);
  });
});

describe('the ear', () => {
  it('hears each of twelve in one mix and nobody else', () => {
    const twelve = ALL.slice(0, 12);
    expect(heard(tones(twelve))).toEqual([twelve.map((who) => who.number)]);
  });

  it('hears whoever is played a little faster or slower', () => {
    for (const rate of [0.995, 0.9965, 0.9985, 1.0015, 1.0035, 1.005]) {
      for (const who of ALL) {
        const played = { ...who, toneHertz: who.toneHertz * rate };
        expect(heard(tones([played])), `${who.number} at ${rate}`).toEqual([[who.number]]);
      }
    }
  });

  it('hears nobody in silence', () => {
    expect(heard(new Float32Array(WINDOW * 2))).toEqual([[], []]);
  });
});

describe('the clock in the picture', () => {
  it('tells when a frame was due', () => {
    const due = 1_606_089_600_120;
    for (let late = 0; late < 9_900; late += 333) expect(dueMs((due / 40) % 250, due + late)).toBe(due);
  });
});

describe('playlists', () => {
  it('gives each part its place', () => {
    const text = [
      '#EXTM3U',
      '#EXT-X-MEDIA-SEQUENCE:4',
      '#EXT-X-MAP:URI="init-0.mp4"',
      'seg-4.m4s',
      '#EXT-X-PART:DURATION=0.33333,URI="part-5.0.m4s",INDEPENDENT=YES',
      '#EXT-X-PART:DURATION=0.33333,URI="part-5.1.m4s"',
      'seg-5.m4s',
      '#EXT-X-PART:DURATION=0.33333,URI="part-6.0.m4s",INDEPENDENT=YES',
    ].join('\n');
    expect(listed(text).map((each) => [each.msn, each.index, each.independent])).toEqual([
      [5, 0, true],
      [5, 1, false],
      [6, 0, true],
    ]);
  });
});

describe('fake devices', () => {
  it('carry the colour and the tone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'onmaru-devices-'));
    try {
      const devices = makeDevices(directory, signature(14));
      const file = readFileSync(devices.camera);
      const start = file.indexOf('FRAME\n') + 6;
      const picture = i420(file.subarray(start, start + 640 * 360 * 1.5), 640, 360);
      expect(whose(picture, { x: 0, y: 0, width: 640, height: 360 })?.number).toBe(14);
      const windows = heard(await sound(devices.microphone));
      expect(windows).toEqual([[14], [14]]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

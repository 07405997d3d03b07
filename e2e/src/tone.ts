import { ALL, AMPLITUDE, type Signature } from './signature.ts';

export const SAMPLE_RATE = 48_000;
/** Samples of one window: half a second. */
export const WINDOW = 24_000;

const BESIDE_HERTZ = 35;
const LEAST_SHARE = 0.15;
const LEAST_CONTRAST = 5;

/** The studio plays a voice up to half a percent faster or slower while it closes a distance: the same voice. */
const DETUNED = [0, -0.0025, 0.0025, -0.005, 0.005];

let hannWindow = new Float64Array(0);

function hannOf(length: number): Float64Array {
  if (hannWindow.length !== length) {
    hannWindow = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
  }
  return hannWindow;
}

/** Peak amplitude of the part at `hertz`, by Goertzel's recurrence under a Hann window. */
export function amplitude(samples: Float32Array, hertz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE);
  const hann = hannOf(samples.length);
  let [old, older] = [0, 0];
  for (let i = 0; i < samples.length; i++) {
    const now = (samples[i] ?? 0) * (hann[i] ?? 0) + factor * old - older;
    older = old;
    old = now;
  }
  return (Math.sqrt(Math.max(0, old * old + older * older - factor * old * older)) * 4) / samples.length;
}

/** True when this attendee's tone stands out of the sound. */
export function hears(samples: Float32Array, who: Signature): boolean {
  const level = Math.max(...DETUNED.map((detune) => amplitude(samples, who.toneHertz * (1 + detune))));
  const beside = Math.max(
    amplitude(samples, who.toneHertz - BESIDE_HERTZ),
    amplitude(samples, who.toneHertz + BESIDE_HERTZ),
  );
  return level > LEAST_SHARE * AMPLITUDE && level > LEAST_CONTRAST * beside;
}

/** Who is heard in each whole window. */
export function heard(samples: Float32Array): number[][] {
  const windows: number[][] = [];
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW) {
    const window = samples.subarray(at, at + WINDOW);
    windows.push(ALL.filter((who) => hears(window, who)).map((who) => who.number));
  }
  return windows;
}

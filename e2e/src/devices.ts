import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AMPLITUDE, type Signature } from './signature.ts';
import { SAMPLE_RATE } from './tone.ts';

/** What a cheap camera sends; the room asks for more and takes what it gets. */
const PLAIN = { width: 640, height: 360 };
/** Enough for three sizes of it to be sent. */
export const SHARP = { width: 960, height: 540 };
/** Enough to know whose picture it is. */
export const TINY = { width: 320, height: 180 };
/** Fifteen a second: several browsers share the machine with everything they test. */
const FRAMES = 15;

/** Files that Chromium takes for a camera and a microphone. It repeats them, so they carry no clock. */
export interface Devices {
  readonly camera: string;
  readonly microphone: string;
}

/** Makes the devices of one person: a plain colour with something moving, and a tone. */
export function makeDevices(directory: string, who: Signature, size = PLAIN): Devices {
  const camera = join(directory, `camera-${who.number}.y4m`);
  const microphone = join(directory, `microphone-${who.number}.wav`);
  writeFileSync(camera, y4m(who, size));
  writeFileSync(microphone, wav(who));
  return { camera, microphone };
}

/** The same with a microphone that gives nothing. */
export function mute(devices: Devices): Devices {
  const file = readFileSync(devices.microphone);
  const microphone = `${devices.microphone}.mute.wav`;
  writeFileSync(microphone, file.fill(0, 44));
  return { ...devices, microphone };
}

function y4m(who: Signature, { width, height }: typeof PLAIN): Uint8Array {
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F${FRAMES}:1 Ip A1:1 C420jpeg\n`);
  const frames = Array.from({ length: FRAMES }, (_, frame) => {
    const luma = Buffer.alloc(width * height, who.y);
    // A bar that goes across once a second, below the part whose colour is judged.
    const left = Math.floor((frame / FRAMES) * (width - 40));
    for (let y = Math.floor(height * 0.05); y < height * 0.15; y++)
      luma.fill(220, y * width + left, y * width + left + 40);
    return Buffer.concat([
      Buffer.from('FRAME\n'),
      luma,
      Buffer.alloc((width * height) / 4, who.u),
      Buffer.alloc((width * height) / 4, who.v),
    ]);
  });
  return Buffer.concat([header, ...frames]);
}

/** One second: whole periods, so the seam is silent; the loudness sways like speech, or noise filters take it away. */
function wav(who: Signature): Uint8Array {
  const samples = SAMPLE_RATE;
  const file = Buffer.alloc(44 + samples * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + samples * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(samples * 2, 40);
  for (let i = 0; i < samples; i++) {
    const sway = 0.75 + 0.25 * Math.sin((2 * Math.PI * 3 * i) / SAMPLE_RATE);
    const value = 1.3 * AMPLITUDE * sway * Math.sin((2 * Math.PI * who.toneHertz * i) / SAMPLE_RATE);
    file.writeInt16LE(Math.round(value * 32_767), 44 + i * 2);
  }
  return file;
}

import { spawn } from 'node:child_process';
import { i420, type Picture } from './picture.ts';
import { SAMPLE_RATE } from './tone.ts';

export const WIDTH = 1280;
export const HEIGHT = 720;

/** A file, an address, or bytes for FFmpeg to read. */
export type Source = string | Uint8Array;

function ffmpeg(source: Source, rest: string[]) {
  const input = typeof source === 'string' ? source : 'pipe:0';
  const child = spawn('ffmpeg', ['-v', 'error', '-nostdin', '-i', input, ...rest, 'pipe:1'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // FFmpeg may close its input early; that is no error of ours.
  child.stdin.on('error', () => undefined);
  child.stdin.end(typeof source === 'string' ? undefined : source);
  let complaint = '';
  child.stderr.on('data', (data) => {
    complaint += data;
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ${code}: ${complaint}`))));
  });
  // Awaited after the output; a failure before that must not be unhandled.
  ended.catch(() => undefined);
  return { output: child.stdout, ended };
}

/** Every picture, decoded by Debian's FFmpeg, without any being dropped or doubled. */
export async function* pictures(source: Source, options: string[] = []): AsyncGenerator<Picture> {
  const size = (WIDTH * HEIGHT * 3) / 2;
  const raw = ['-an', '-fps_mode', 'passthrough', '-pix_fmt', 'yuv420p', '-f', 'rawvideo'];
  const { output, ended } = ffmpeg(source, [...options, ...raw]);
  let waiting: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of output) {
    waiting.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes < size) continue;
    let all = Buffer.concat(waiting);
    for (; all.length >= size; all = all.subarray(size)) yield i420(all.subarray(0, size), WIDTH, HEIGHT);
    waiting = [all];
    bytes = all.length;
  }
  await ended;
}

/** The sound, all channels in one, 48 kHz. */
export async function sound(source: Source, options: string[] = []): Promise<Float32Array> {
  const raw = ['-vn', '-ac', '1', '-ar', String(SAMPLE_RATE), '-f', 'f32le'];
  const { output, ended } = ffmpeg(source, [...options, ...raw]);
  const chunks: Buffer[] = [];
  for await (const chunk of output) chunks.push(chunk as Buffer);
  await ended;
  const all = Buffer.concat(chunks);
  const copy = new Uint8Array(all.length);
  copy.set(all);
  return new Float32Array(copy.buffer, 0, Math.floor(all.length / 4));
}

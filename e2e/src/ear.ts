import type { AnyPage } from './connections.ts';
import type { Signature } from './signature.ts';
import { hears, SAMPLE_RATE } from './tone.ts';

/** Everything that a page of the room plays now, mixed: about two thirds of a second. */
export async function listen(page: AnyPage): Promise<Float32Array> {
  const text: string = await page.evaluate(record, SAMPLE_RATE);
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  return new Float32Array(bytes.buffer);
}

/** Whether this attendee's tone is in what the page plays now. */
export async function hearing(page: AnyPage, who: Signature): Promise<boolean> {
  return hears(await listen(page), who);
}

/** Runs in the page before anything of it: what goes to the loudspeaker is also kept for `loudest`. */
export function tapLoudspeaker(): void {
  const taps: AnalyserNode[] = [];
  (window as unknown as { taps: AnalyserNode[] }).taps = taps;
  const { connect } = AudioNode.prototype;
  AudioNode.prototype.connect = function (this: AudioNode, target: AudioNode | AudioParam, ...rest: number[]) {
    if (target instanceof AudioDestinationNode) {
      const tap = this.context.createAnalyser();
      Reflect.apply(connect, this, [tap]);
      taps.push(tap);
    }
    return Reflect.apply(connect, this, [target, ...rest]);
  } as typeof connect;
}

/** Runs in the page: the peak of what the page itself plays now, of full scale. */
export function loudest(): number {
  const { taps } = window as unknown as { taps: AnalyserNode[] };
  return Math.max(
    0,
    ...taps.map((tap) => {
      const samples = new Float32Array(tap.fftSize);
      tap.getFloatTimeDomainData(samples);
      return Math.max(...samples);
    }),
  );
}

/** Runs in the page. An element that is paused or muted is not heard. */
async function record(rate: number): Promise<string> {
  const context = new AudioContext({ sampleRate: rate });
  try {
    await context.resume();
    const analyser = context.createAnalyser();
    analyser.fftSize = 32_768;
    for (const element of document.querySelectorAll('audio')) {
      const stream = element.srcObject;
      const silent = element.paused || element.muted || element.volume === 0;
      if (silent || !(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) continue;
      context.createMediaStreamSource(stream).connect(analyser);
    }
    const full = context.currentTime + (analyser.fftSize + rate / 10) / rate;
    while (context.currentTime < full) await new Promise((later) => setTimeout(later, 20));
    const samples = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(samples);
    const bytes = new Uint8Array(samples.buffer);
    let text = '';
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  } finally {
    await context.close();
  }
}

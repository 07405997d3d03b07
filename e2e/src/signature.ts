/** What tells a simulated attendee from all others; the same table as `org.onmaru.bench.media.Signature`. */
export interface Signature {
  readonly number: number;
  /** BT.709 limited range. */
  readonly y: number;
  readonly u: number;
  readonly v: number;
  readonly toneHertz: number;
}

export const COUNT = 16;
/** Peak of each tone, of full scale. */
export const AMPLITUDE = 0.07;

const CHROMA = 50;

export function signature(number: number): Signature {
  if (!Number.isInteger(number) || number < 1 || number > COUNT) throw new RangeError(`no attendee ${number}`);
  const angle = (2 * Math.PI * (number - 1)) / COUNT;
  return {
    number,
    y: number % 2 === 0 ? 145 : 95,
    u: Math.round(128 + CHROMA * Math.cos(angle)),
    v: Math.round(128 + CHROMA * Math.sin(angle)),
    toneHertz: 400 + 70 * number,
  };
}

export const ALL: readonly Signature[] = Array.from({ length: COUNT }, (_, i) => signature(i + 1));

/** The colour as a page may paint it. */
export function css({ y, u, v }: Signature): string {
  const luma = ((y - 16) * 255) / 219;
  const blue = ((u - 128) * 255) / 224;
  const red = ((v - 128) * 255) / 224;
  const rgb = [luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue];
  return `rgb(${rgb.map((part) => Math.round(Math.min(255, Math.max(0, part)))).join(' ')})`;
}

import { ALL, type Signature } from './signature.ts';

/** A rectangle in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture whose pixels can be asked one by one. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Luma, blue and red difference of a pixel, BT.709 limited range. */
  at(x: number, y: number): readonly [number, number, number];
}

/** The code's place within a tile, and the body whose mean colour is the signature's; as in the bench. */
const CODE = { left: 0.1, right: 0.9, top: 0.2, bottom: 0.38, blocks: 11 };
const BODY = { left: 0.12, top: 0.46, right: 0.6, bottom: 0.7 };

/** A colour further away than this from every signature's is nobody's. */
const FURTHEST = 24;
const LEAST_CONTRAST = 60;

export const FRAME_MS = 40;
export const FRAMES = 250;

/** I420 pictures as FFmpeg's rawvideo gives them. */
export function i420(data: Uint8Array, width: number, height: number): Picture {
  const luma = width * height;
  const half = width / 2;
  return {
    width,
    height,
    at(x, y) {
      const chroma = (y >> 1) * half + (x >> 1);
      return [data[y * width + x] ?? 0, data[luma + chroma] ?? 0, data[luma + luma / 4 + chroma] ?? 0];
    },
  };
}

/** Pictures of a canvas, RGBA; pixels keep their places in the whole, of which only the area is there. */
export function rgba(data: Uint8ClampedArray | Uint8Array, area: Area): Picture {
  return {
    width: area.x + area.width,
    height: area.y + area.height,
    at(x, y) {
      const i = ((y - area.y) * area.width + x - area.x) * 4;
      const [r, g, b] = [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0];
      const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
      return [
        16 + (luma * 219) / 255,
        128 + (((b - luma) / 1.8556) * 224) / 255,
        128 + (((r - luma) / 1.5748) * 224) / 255,
      ];
    },
  };
}

export function part(area: Area, left: number, top: number, right: number, bottom: number): Area {
  const x = area.x + Math.round(left * area.width);
  const y = area.y + Math.round(top * area.height);
  return {
    x,
    y,
    width: area.x + Math.round(right * area.width) - x,
    height: area.y + Math.round(bottom * area.height) - y,
  };
}

/** Mean colour of an area, of every `step`th pixel. */
export function mean(picture: Picture, area: Area, step = 1): [number, number, number] {
  let [luma, blue, red, pixels] = [0, 0, 0, 0];
  for (let y = area.y; y < area.y + area.height; y += step) {
    for (let x = area.x; x < area.x + area.width; x += step) {
      pixels++;
      const pixel = picture.at(x, y);
      luma += pixel[0];
      blue += pixel[1];
      red += pixel[2];
    }
  }
  return [luma / pixels, blue / pixels, red / pixels];
}

/** Whose picture fills the rectangle, judged by its colour; null for a slate, a card, nothing. */
export function whose(picture: Picture, tile: Area): Signature | null {
  const colour = mean(picture, part(tile, BODY.left, BODY.top, BODY.right, BODY.bottom));
  let nearest = FURTHEST;
  let who: Signature | null = null;
  for (const each of ALL) {
    const distance = Math.min(apart(colour, [each.y, each.u, each.v]), apart(colour, meantAsBt601(each)));
    if (distance < nearest) {
      nearest = distance;
      who = each;
    }
  }
  return who;
}

/** True when this colour fills any sizeable spot of the picture, wherever it is: for people who must be nowhere. */
export function anywhere(picture: Picture, who: Signature): boolean {
  const spot = 16;
  for (let y = 0; y + spot <= picture.height; y += spot) {
    for (let x = 0; x + spot <= picture.width; x += spot) {
      const colour = mean(picture, { x, y, width: spot, height: spot }, 4);
      if (Math.min(apart(colour, [who.y, who.u, who.v]), apart(colour, meantAsBt601(who))) < FURTHEST / 2) return true;
    }
  }
  return false;
}

/** The frame code in the rectangle; null when there is none that is certain. */
export function code(picture: Picture, tile: Area): number | null {
  const level = (block: number): number => {
    const width = (CODE.right - CODE.left) / CODE.blocks;
    const left = CODE.left + block * width;
    const area = part(tile, left, CODE.top, left + width, CODE.bottom);
    return mean(picture, part(area, 0.3, 0.3, 0.7, 0.7))[0];
  };
  const white = level(0);
  const black = level(1);
  if (white - black < LEAST_CONTRAST) return null;
  let bits = 0;
  for (let block = 2; block < CODE.blocks; block++) {
    const share = (level(block) - black) / (white - black);
    if (share > 0.35 && share < 0.65) return null;
    if (share >= 0.65) bits |= 1 << (block - 2);
  }
  const odd = bits.toString(2).replaceAll('0', '').length % 2 === 1;
  const number = bits & 0xff;
  return odd && number < FRAMES ? number : null;
}

/** When the frame with this code was due, given that it was seen less than ten seconds later. Unix milliseconds. */
export function dueMs(frameCode: number, seenMs: number): number {
  const newest = Math.floor(seenMs / FRAME_MS);
  const back = (((newest - frameCode) % FRAMES) + FRAMES) % FRAMES;
  return (newest - back) * FRAME_MS;
}

/** The same numbers meant as BT.601, as a decoder may take them. */
function meantAsBt601(colour: Signature): [number, number, number] {
  const blue = colour.u - 128;
  const red = colour.v - 128;
  return [
    colour.y - 0.1155 * blue - 0.2079 * red,
    128 + 1.0186 * blue + 0.1146 * red,
    128 + 0.075 * blue + 1.0253 * red,
  ];
}

function apart(a: readonly [number, number, number], b: readonly [number, number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

import type { Area } from './picture.ts';

/** Pixels of a canvas, RGBA in base64, with their place in the whole. */
export interface Shot extends Area {
  readonly data: string;
}

/** Runs in the page: what a video element shows now, or the area of it that matters; null while it shows nothing. */
export function shot(element: Element, wanted: Area | null): Shot | null {
  const player = element as HTMLVideoElement;
  if (player.videoWidth === 0 || player.readyState < 2) return null;
  const { x, y, width, height } = wanted ?? { x: 0, y: 0, width: player.videoWidth, height: player.videoHeight };
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.drawImage(player, -x, -y);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = '';
  for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
  return { x, y, width, height, data: btoa(text) };
}

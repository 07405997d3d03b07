/** Pictures in a fragment of an MP4: the sample count of the first track's runs. */
export function picturesIn(fragment: Uint8Array, videoTrack = 1): number {
  let pictures = 0;
  for (const moof of boxes(fragment, 'moof')) {
    for (const traf of boxes(moof, 'traf')) {
      const header = boxes(traf, 'tfhd')[0];
      if (header === undefined || number(header, 4) !== videoTrack) continue;
      for (const run of boxes(traf, 'trun')) pictures += number(run, 4);
    }
  }
  return pictures;
}

/** The contents of all boxes of this kind, one level deep. */
function boxes(data: Uint8Array, kind: string): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at + 8 <= data.length; ) {
    const size = number(data, at);
    if (size < 8) break;
    if (String.fromCharCode(...data.subarray(at + 4, at + 8)) === kind) found.push(data.subarray(at + 8, at + size));
    at += size;
  }
  return found;
}

function number(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(at);
}

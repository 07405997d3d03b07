import { until } from './wait.ts';

/** A page of any browser, in the words that their drivers share. */
export interface AnyPage {
  // biome-ignore lint/suspicious/noExplicitAny: two drivers, two sets of types for what runs in a page
  evaluate(run: any, argument?: any): Promise<any>;
}

/** One stream that arrived in the time looked at. */
export interface Received {
  readonly kind: 'audio' | 'video';
  /** Id of the track, as the element that plays it knows it. */
  readonly track: string;
  readonly width: number;
}

/** One size of a picture that is sent, with the pictures sent in the time looked at. */
export interface Layer {
  readonly rid: string;
  readonly width: number;
  readonly frames: number;
  /** What the browser says keeps it smaller: nothing, the processor, the network. */
  readonly limit: string;
}

export interface Flow {
  readonly received: Received[];
  readonly layers: Layer[];
}

interface Line {
  readonly way: 'in' | 'out';
  readonly kind: 'audio' | 'video';
  readonly id: string;
  readonly track: string;
  readonly rid: string;
  readonly width: number;
  readonly limit: string;
  /** Pictures; packets of sound. */
  readonly count: number;
}

interface Keeping extends Window {
  connections: RTCPeerConnection[];
  sockets: WebSocket[];
}

/** What the sizes of a picture are called, the smallest first. */
const SIZES = ['q', 'h', 'f'];
/** How long is looked at. */
const LOOK_MS = 1_000;
/** The SFU tells a sender only after a while that nobody wants a size any more, and a busy machine takes longer. */
const SETTLED_MS = 60_000;

/** Runs in the page before anything of it: keeps its connections, so that they can be asked what they carry. */
export function keepConnections(): void {
  const page = window as unknown as Keeping;
  page.connections = [];
  page.sockets = [];
  function keeping<T extends object>(original: new (...words: never[]) => T, kept: T[]) {
    return new Proxy(original, {
      construct(target, words, asked) {
        const made = Reflect.construct(target, words, asked) as T;
        kept.push(made);
        return made;
      },
    });
  }
  window.RTCPeerConnection = keeping(RTCPeerConnection, page.connections) as typeof RTCPeerConnection;
  window.WebSocket = keeping(WebSocket, page.sockets) as typeof WebSocket;
}

/** What comes and goes within about a second. */
export async function flow(page: AnyPage): Promise<Flow> {
  const began = Date.now();
  const before = new Map(((await page.evaluate(count)) as Line[]).map((line) => [line.id, line.count]));
  const after = await until('a second', 10 * LOOK_MS, async () =>
    Date.now() - began > LOOK_MS ? ((await page.evaluate(count)) as Line[]) : null,
  );
  const moved = after.map((line) => ({ ...line, count: line.count - (before.get(line.id) ?? 0) }));
  return {
    received: moved
      .filter((line) => line.way === 'in' && line.count > 0)
      .map(({ kind, track, width }) => ({ kind, track, width })),
    layers: moved
      .filter((line) => line.way === 'out' && line.kind === 'video')
      .map(({ rid, width, limit, count: frames }) => ({ rid, width, limit, frames }))
      .sort((one, other) => SIZES.indexOf(one.rid) - SIZES.indexOf(other.rid)),
  };
}

/** What comes and goes, once it is as it should be. */
export function flowing(page: AnyPage, what: string, judge: (now: Flow) => boolean): Promise<Flow> {
  return until(what, SETTLED_MS, async () => {
    const now = await flow(page);
    if (judge(now)) return now;
    throw new Error(JSON.stringify(now));
  });
}

/** Ids of the pictures that arrive. */
export function pictureTracks({ received }: Flow): string[] {
  return received
    .filter((each) => each.kind === 'video')
    .map((each) => each.track)
    .sort();
}

/**
 * Asks the SFU over the page's own signalling whether it takes a track from this page, past everything that the page
 * itself forbids.
 *
 * @param source number of the SFU's TrackSource: 1 a camera, 3 a screen
 */
export async function asksToSend(page: AnyPage, source: number): Promise<'taken' | 'refused'> {
  return page.evaluate(askToSend, source);
}

/** How the browser captures each sound that a page sends. */
export async function captured(page: AnyPage): Promise<MediaTrackSettings[]> {
  return page.evaluate(settingsOfSounds);
}

/** Runs in the page. */
function settingsOfSounds(): MediaTrackSettings[] {
  return (window as unknown as Keeping).connections
    .filter((connection) => connection.connectionState !== 'closed')
    .flatMap((connection) => connection.getSenders().map((sender) => sender.track))
    .filter((track) => track?.kind === 'audio' && track.readyState === 'live')
    .map((track) => track?.getSettings() ?? {});
}

/** Runs in the page. */
async function count(): Promise<Line[]> {
  const lines: Line[] = [];
  const { connections } = window as unknown as Keeping;
  for (const [index, connection] of connections.entries()) {
    if (connection.connectionState === 'closed') continue;
    const stats = await connection.getStats();
    for (const one of stats.values()) {
      const incoming = one.type === 'inbound-rtp';
      // Without a source it is a track that has ended.
      const outgoing = one.type === 'outbound-rtp' && stats.get(one.mediaSourceId) !== undefined;
      if (!incoming && !outgoing) continue;
      const packets = incoming ? one.packetsReceived : one.packetsSent;
      const frames = incoming ? one.framesReceived : one.framesSent;
      lines.push({
        way: incoming ? 'in' : 'out',
        kind: one.kind,
        id: `${index}/${one.id}`,
        track: one.trackIdentifier ?? '',
        rid: one.rid ?? '',
        width: one.frameWidth ?? 0,
        limit: one.qualityLimitationReason ?? '',
        count: (one.kind === 'video' ? frames : packets) ?? 0,
      });
    }
  }
  return lines;
}

/** Runs in the page: SignalRequest.add_track, answered by SignalResponse.track_published or .request_response. */
function askToSend(source: number): Promise<'taken' | 'refused'> {
  const socket = (window as unknown as Keeping).sockets.find(
    (one) => one.readyState === WebSocket.OPEN && one.url.includes('/sfu/'),
  );
  if (socket === undefined) throw new Error('no signalling');
  const [cid, published, answered] = [`c-${source}`, (6 << 3) | 2, (22 << 3) | 2];
  const name = [...new TextEncoder().encode(cid)];
  const track = [0x0a, name.length, ...name, 0x12, name.length, ...name, 0x18, 1, 0x40, source];
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      const bytes = new Uint8Array(data);
      const text = new TextDecoder().decode(bytes);
      const field = (bytes[0] ?? 0) > 127 ? ((bytes[1] ?? 0) << 7) | ((bytes[0] ?? 0) & 0x7f) : bytes[0];
      if (!text.includes(cid)) return;
      if (field === published) resolve('taken');
      if (field === answered) resolve('refused');
    });
    socket.send(new Uint8Array([0x22, track.length, ...track]));
  });
}

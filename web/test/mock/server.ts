import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { extname, join, normalize } from 'node:path';
import type { Duplex } from 'node:stream';
import * as archive from './archive.ts';
import * as fixtures from './fixtures.ts';

/** Answers by `METHOD /path` under /api/v1; a function is called, `Refusal` becomes a problem. */
export type Answers = Record<string, unknown>;

export class Refusal {
  readonly status: number;
  readonly detail: string;
  readonly detailEn: string;

  constructor(status: number, detail: string, detailEn: string) {
    this.status = status;
    this.detail = detail;
    this.detailEn = detailEn;
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.mp4': 'video/mp4',
  '.m4s': 'video/iso.segment',
  '.ts': 'video/mp2t',
};

/** As strict as the real server. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface MockOptions {
  dist: string;
  port?: number;
  /** A folder with a playlist, served under /live/m1/a1/. */
  media?: string;
  /** Where a room server listens, with its key and secret, for the room's own pages. */
  sfu?: { port: number; key: string; secret: string };
}

export class MockServer {
  answers: Answers = {};
  readonly #options: MockOptions;
  readonly #server: Server;
  readonly #streams = new Set<ServerResponse>();
  readonly #sockets = new Set<Duplex>();

  constructor(options: MockOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => this.#serve(request, response));
    if (options.sfu) this.#passSockets(options.sfu.port);
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(this.#options.port ?? 0, '127.0.0.1', resolve));
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    for (const stream of this.#streams) stream.end();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #defaults(): Answers {
    return {
      'GET /me': fixtures.nobody,
      'GET /public/city': fixtures.city,
      'GET /public/live': fixtures.live,
      'GET /public/meetings/m1/agenda': [],
      'GET /public/meetings/m286/agenda': [],
      'GET /public/meetings/m284/agenda': [],
      'GET /public/series': [],
      'GET /public/units': fixtures.units,
      'GET /public/figures': { seriesId: null, day: null },
      'GET /public/meetings': fixtures.past,
      'GET /public/meetings/m286': fixtures.past[0],
      'GET /public/meetings/m286/chapters': archive.chapters,
      'GET /public/meetings/m284': fixtures.past[2],
      'GET /public/meetings/m283': fixtures.past[3],
      'GET /units': fixtures.units,
      'GET /people': fixtures.people,
      'GET /me/contact': fixtures.contact,
      'GET /me/devices': fixtures.devices,
      'GET /public/push-key': { key: fixtures.pushKey },
      'GET /posts': fixtures.posts,
      'GET /series': fixtures.series,
      'GET /holidays': fixtures.holidays,
      'GET /series/s1/phases': fixtures.phases,
      'GET /series/s1/days': fixtures.seriesDays,
      'GET /series/s1/members': fixtures.members,
      'GET /me/units': [{ id: 'u1', name: '가남읍' }],
      'GET /units/u1/obligations': fixtures.obligations,
      'GET /directives': fixtures.directives,
      'GET /needs/answered': [],
      'GET /needs': [{ ...fixtures.need, mayAnswer: true }],
      'GET /meetings': fixtures.meetings,
      'GET /meetings/m1': fixtures.meeting,
      'GET /meetings/m1/invitations': fixtures.invitations,
      'GET /meetings/m1/programme': fixtures.programme,
      'GET /meetings/m1/slide': fixtures.noSlide,
      'GET /meetings/m1/slide/charts': fixtures.chartOffers,
      'GET /meetings/m1/participants': fixtures.participants,
      'GET /meetings/m1/floor': fixtures.floor,
      'GET /meetings/m1/agenda': fixtures.agenda,
      'GET /meetings/m1/agenda/pack.hwpx': {},
      'POST /meetings/m1/agenda/items/report-u5/start': new Refusal(
        404,
        '그런 안건이 없습니다. 다른 사람이 뺐을 수 있습니다.',
        'There is no such item; somebody may have taken it off.',
      ),
      'GET /meetings/m1/removed': [],
      'POST /meetings/m1/invitations': { invitation: fixtures.invitations[0], url: '/i/Qm9uam91ci1vbm1hcnU' },
      'POST /meetings/m1/join': () => this.#joined(),
    };
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://mock');
    if (url.pathname.startsWith('/api/v1')) {
      this.#answer(request, response, url.pathname.slice(7));
    } else if (url.pathname.startsWith('/live/') || url.pathname.startsWith('/recordings/')) {
      this.#file(response, this.#options.media, url.pathname.split('/').at(-1) ?? '', false);
    } else {
      const path = normalize(url.pathname);
      this.#file(response, this.#options.dist, extname(path) === '' ? 'index.html' : path, true);
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse, path: string): void {
    const known = { ...this.#defaults(), ...this.answers };
    response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock; Path=/');
    if (path.endsWith('/events')) {
      this.#events(response, path, known);
      return;
    }
    let answer = known[`${request.method} ${path}`];
    if (typeof answer === 'function') answer = answer();
    if (answer === 'never') return;
    if (answer === undefined) answer = new Refusal(404, '찾을 수 없습니다.', 'Not found.');
    if (answer instanceof Refusal) {
      const { status, detail, detailEn } = answer;
      response.writeHead(status, { 'Content-Type': 'application/problem+json' });
      response.end(
        JSON.stringify({ type: 'about:blank', title: 'Problem', status, detail, detailEn, code: 'refused' }),
      );
      return;
    }
    response.writeHead(answer === null ? 204 : 200, { 'Content-Type': 'application/json' });
    response.end(answer === null ? undefined : text(answer));
  }

  #events(response: ServerResponse, path: string, known: Answers): void {
    const state = path.startsWith('/public')
      ? { live: known['GET /public/live'] }
      : path.includes('/reports/')
        ? { report: known['POST /series/s1/reports'] }
        : path.endsWith('/board/events')
          ? { board: known['GET /series/s1/board'] }
          : path.endsWith('/minutes/events')
            ? { minutes: known['GET /meetings/m1/minutes'] }
            : {
                meeting: known['GET /meetings/m1'],
                programme: known['GET /meetings/m1/programme'],
                item: { item: fixtures.currentItem },
                slide: known['GET /meetings/m1/slide'],
                participants: known['GET /meetings/m1/participants'],
                floor: known['GET /meetings/m1/floor'],
              };
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    for (const [name, data] of Object.entries(state)) {
      if (data instanceof Refusal || data === 'never') continue;
      response.write(`event: ${name}\ndata: ${text(data)}\n\n`);
    }
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #file(response: ServerResponse, folder: string | undefined, name: string, policy: boolean): void {
    const path = folder === undefined ? '' : join(folder, name);
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
    if (policy) response.setHeader('Content-Security-Policy', POLICY);
    response.end(readFileSync(path));
  }

  #joined(): unknown {
    const sfu = this.#options.sfu;
    const { name, unit, post } = fixtures.host;
    const token =
      sfu === undefined ? 'none' : roomToken(sfu, 'p-1', name ?? '', { unit, post, role: 'HOST', seat: '1' });
    const { myPermissions: permissions } = fixtures.meeting;
    return { url: '/sfu', token, identity: 'p-1', role: 'HOST', name, unit, post, permissions };
  }

  #passSockets(port: number): void {
    this.#server.on('upgrade', (request, socket, head) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      const upstream = connect(port, '127.0.0.1', () => {
        const path = (request.url ?? '/').replace(/^\/sfu/, '');
        const headers = request.rawHeaders.reduce(
          (text, part, index) => text + part + (index % 2 === 0 ? ': ' : '\r\n'),
          '',
        );
        upstream.write(`GET ${path} HTTP/1.1\r\n${headers}\r\n`);
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    });
  }
}

/** JSON with the time of the answer, not of the fixture. */
function text(answer: unknown): string {
  return JSON.stringify(answer, (key, value) => (key === 'serverTime' ? new Date().toISOString() : value));
}

/** A short room token as the real server makes it. */
export function roomToken(
  sfu: { key: string; secret: string },
  identity: string,
  name: string,
  attributes: Record<string, string | null>,
): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1_000);
  const body = {
    iss: sfu.key,
    sub: identity,
    name,
    nbf: now - 10,
    exp: now + 600,
    attributes,
    video: { room: 'm1', roomJoin: true, canPublish: true, canSubscribe: true, canPublishData: false },
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(body)}`;
  return `${signed}.${createHmac('sha256', sfu.secret).update(signed).digest('base64url')}`;
}

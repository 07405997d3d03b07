import { type ChildProcess, spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';

/** A room server of our own for one test run. */
export class Sfu {
  readonly key = 'devkey';
  readonly secret = 'a-secret-that-is-long-enough-for-the-room-server';
  port = 0;
  readonly #binary: string;
  #process: ChildProcess | null = null;

  constructor(binary: string) {
    this.#binary = binary;
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    const udp = this.port + 1;
    const config = [
      `port: ${this.port}`,
      'bind_addresses: ["127.0.0.1"]',
      `rtc: { udp_port: ${udp}, tcp_port: 0, use_external_ip: false, node_ip: "127.0.0.1", interfaces: { includes: ["lo"] }, enable_loopback_candidate: true }`,
      `keys: { ${this.key}: ${this.secret} }`,
      'logging: { level: error }',
      'room: { enabled_codecs: [{ mime: audio/opus }, { mime: video/vp8 }] }',
    ].join('\n');
    this.#process = spawn(this.#binary, [], { env: { ...process.env, LIVEKIT_CONFIG: config }, stdio: 'ignore' });
    await listening(this.port);
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function listening(port: number): Promise<void> {
  for (const until = Date.now() + 15_000; Date.now() < until; ) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.on('error', () => setTimeout(() => resolve(false), 100));
    });
    if (open) return;
  }
  throw new Error('the room server did not start');
}

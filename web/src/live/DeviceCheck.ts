import { type Clock, wallClock } from './clock.ts';
import { Watched } from './watched.ts';

export type DeviceFault = 'denied' | 'missing' | 'busy' | 'insecure';
export type DeviceStatus = 'asking' | 'ok' | 'off' | DeviceFault;

export interface Device {
  id: string;
  label: string;
}

export interface DeviceCheckState {
  camera: DeviceStatus;
  microphone: DeviceStatus;
  cameras: Device[];
  microphones: Device[];
  speakers: Device[];
  cameraId: string | undefined;
  microphoneId: string | undefined;
  speakerId: string | undefined;
  /** Loudness now, 0…1. */
  level: number;
  /** Something was heard since the microphone was opened. */
  heard: boolean;
  /** The microphone has been open for a while and nothing was heard. */
  silent: boolean;
  speakerTest: 'idle' | 'playing' | 'heard' | 'not-heard' | 'asked';
}

export type Verdict =
  | 'asking'
  | 'good'
  | 'say-something'
  | 'silent'
  | 'no-camera'
  | 'camera-denied'
  | 'camera-busy'
  | 'microphone-denied'
  | 'microphone-missing'
  | 'microphone-busy'
  | 'nothing'
  | 'insecure';

export interface OpenDevice<T> {
  handle: T;
  deviceId: string | undefined;
  close(): void;
}

/** The seam to the browser's devices. `handle` is whatever the view shows (a MediaStream). */
export interface MediaDoor<T = unknown> {
  openCamera(deviceId?: string): Promise<OpenDevice<T>>;
  openMicrophone(deviceId: string | undefined, onLevel: (level: number) => void): Promise<OpenDevice<T>>;
  devices(): Promise<{ cameras: Device[]; microphones: Device[]; speakers: Device[] }>;
  onDevicesChanged(listener: () => void): () => void;
  playTone(speakerId: string | undefined): Promise<void>;
}

export const HEARD_LEVEL = 0.06;
export const SILENT_MS = 6_000;

/** Looks at camera, microphone and speaker before somebody goes in, and says in one word what is the matter. */
export class DeviceCheck<T = unknown> {
  readonly state = new Watched<DeviceCheckState>({
    camera: 'asking',
    microphone: 'asking',
    cameras: [],
    microphones: [],
    speakers: [],
    cameraId: undefined,
    microphoneId: undefined,
    speakerId: undefined,
    level: 0,
    heard: false,
    silent: false,
    speakerTest: 'idle',
  });
  readonly preview = new Watched<T | null>(null);
  readonly #door: MediaDoor<T>;
  readonly #clock: Clock;
  #camera: OpenDevice<T> | null = null;
  #microphone: OpenDevice<T> | null = null;
  #cancelSilent: () => void = () => undefined;
  #unfollow: () => void = () => undefined;
  #turn = 0;

  constructor(door: MediaDoor<T>, clock: Clock = wallClock) {
    this.#door = door;
    this.#clock = clock;
  }

  async start(): Promise<void> {
    this.#turn += 1;
    this.#unfollow = this.#door.onDevicesChanged(() => void this.#list());
    await Promise.all([this.openCamera(), this.openMicrophone()]);
    await this.#list();
  }

  stop(): void {
    this.#turn += 1;
    this.#unfollow();
    this.#cancelSilent();
    this.#camera?.close();
    this.#microphone?.close();
    this.#camera = null;
    this.#microphone = null;
    this.preview.set(null);
  }

  async openCamera(deviceId = this.state.get().cameraId): Promise<void> {
    const turn = this.#turn;
    this.#camera?.close();
    this.#camera = null;
    this.preview.set(null);
    this.state.patch({ camera: 'asking' });
    try {
      const opened = await this.#door.openCamera(deviceId);
      if (turn !== this.#turn) return opened.close();
      this.#camera = opened;
      this.preview.set(opened.handle);
      this.state.patch({ camera: 'ok', cameraId: opened.deviceId ?? deviceId });
    } catch (error) {
      if (turn === this.#turn) this.state.patch({ camera: faultOf(error) });
    }
  }

  closeCamera(): void {
    this.#camera?.close();
    this.#camera = null;
    this.preview.set(null);
    this.state.patch({ camera: 'off' });
  }

  async openMicrophone(deviceId = this.state.get().microphoneId): Promise<void> {
    const turn = this.#turn;
    this.#closeMicrophone();
    this.state.patch({ microphone: 'asking', heard: false, silent: false, level: 0 });
    try {
      const opened = await this.#door.openMicrophone(deviceId, (level) => this.#level(level));
      if (turn !== this.#turn) return opened.close();
      this.#microphone = opened;
      this.state.patch({ microphone: 'ok', microphoneId: opened.deviceId ?? deviceId });
      this.#cancelSilent = this.#clock.after(SILENT_MS, () => {
        if (!this.state.get().heard) this.state.patch({ silent: true });
      });
    } catch (error) {
      if (turn === this.#turn) this.state.patch({ microphone: faultOf(error) });
    }
  }

  closeMicrophone(): void {
    this.#closeMicrophone();
    this.state.patch({ microphone: 'off', level: 0, silent: false });
  }

  chooseSpeaker(speakerId: string): void {
    this.state.patch({ speakerId, speakerTest: 'idle' });
  }

  async testSpeaker(): Promise<void> {
    if (this.state.get().speakerTest === 'playing') return;
    this.state.patch({ speakerTest: 'playing' });
    try {
      await this.#door.playTone(this.state.get().speakerId);
      this.state.patch({ speakerTest: 'asked' });
    } catch {
      this.state.patch({ speakerTest: 'not-heard' });
    }
  }

  answerSpeaker(heard: boolean): void {
    this.state.patch({ speakerTest: heard ? 'heard' : 'not-heard' });
  }

  #closeMicrophone(): void {
    this.#cancelSilent();
    this.#microphone?.close();
    this.#microphone = null;
  }

  #level(level: number): void {
    const heard = this.state.get().heard || level >= HEARD_LEVEL;
    this.state.patch({ level, heard, silent: this.state.get().silent && !heard });
  }

  async #list(): Promise<void> {
    this.state.patch(await this.#door.devices());
  }
}

/** One sentence's worth of judgement: the first thing that needs doing, or that all is well. */
export function verdictOf(state: DeviceCheckState): Verdict {
  const { camera, microphone } = state;
  if (camera === 'insecure' || microphone === 'insecure') return 'insecure';
  if (camera === 'asking' || microphone === 'asking') return 'asking';
  if (isFault(camera) && isFault(microphone) && camera === 'missing' && microphone === 'missing') return 'nothing';
  if (microphone === 'denied') return 'microphone-denied';
  if (microphone === 'missing') return 'microphone-missing';
  if (microphone === 'busy') return 'microphone-busy';
  if (camera === 'denied') return 'camera-denied';
  if (camera === 'missing') return 'no-camera';
  if (camera === 'busy') return 'camera-busy';
  if (microphone === 'off' || state.heard) return 'good';
  return state.silent ? 'silent' : 'say-something';
}

export function isFault(status: DeviceStatus): status is DeviceFault {
  return status === 'denied' || status === 'missing' || status === 'busy' || status === 'insecure';
}

export function faultOf(error: unknown): DeviceFault {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'InsecureError') return 'insecure';
  return 'busy';
}

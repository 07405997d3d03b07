import type { DeviceState, Role } from '@/api';

export type Source = 'camera' | 'screen';
export type Quality = 'good' | 'poor' | 'lost';

/** One person in the room as the room server tells it. */
export interface Presence {
  identity: string;
  name: string;
  unit: string | null;
  post: string | null;
  role: Role | null;
  seat: number;
  simulated: boolean;
  local: boolean;
  microphone: DeviceState;
  camera: DeviceState;
  screen: boolean;
  speaking: boolean;
  quality: Quality;
}

/** Why the connection is over for good; `dropped` is the only one worth trying again. */
export type Lost = 'removed' | 'ended' | 'elsewhere' | 'dropped';

export interface RoomListener {
  changed(): void;
  reconnecting(): void;
  reconnected(): void;
  lost(why: Lost): void;
  /** The browser plays no sound until somebody presses a button. */
  soundBlocked(blocked: boolean): void;
}

/** The seam to the room server: everything the model needs and nothing of the library behind it. */
export interface RoomConnection {
  connect(url: string, token: string): Promise<void>;
  leave(): Promise<void>;
  people(): Presence[];
  microphone(on: boolean, deviceId?: string): Promise<void>;
  camera(on: boolean, deviceId?: string): Promise<void>;
  screen(on: boolean): Promise<void>;
  speaker(deviceId: string): Promise<void>;
  /** Only wanted pictures are sent to us; sound always is. */
  want(identity: string, source: Source, on: boolean): void;
  /** Shows a picture in the element; the returned function takes it away. */
  attach(identity: string, source: Source, element: HTMLVideoElement): () => void;
  startSound(): Promise<void>;
}

export type OpenRoom = (listener: RoomListener) => RoomConnection;

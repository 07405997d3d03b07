import { beforeEach, describe, expect, it } from 'vitest';
import { DeviceCheck, faultOf, type MediaDoor, SILENT_MS, verdictOf } from './DeviceCheck.ts';
import { FakeClock } from './fakeClock.ts';

const named = (name: string): Error => Object.assign(new Error(name), { name });

class FakeDoor implements MediaDoor<string> {
  cameraFails: Error | null = null;
  microphoneFails: Error | null = null;
  open = 0;
  level: (level: number) => void = () => undefined;
  changed: () => void = () => undefined;

  close(): void {
    this.open -= 1;
  }
  async openCamera(deviceId?: string) {
    if (this.cameraFails) throw this.cameraFails;
    this.open += 1;
    return { handle: `picture ${deviceId}`, deviceId: deviceId ?? 'c1', close: () => this.close() };
  }
  async openMicrophone(deviceId: string | undefined, onLevel: (level: number) => void) {
    if (this.microphoneFails) throw this.microphoneFails;
    this.open += 1;
    this.level = onLevel;
    return { handle: 'sound', deviceId: deviceId ?? 'm1', close: () => this.close() };
  }
  async devices() {
    return { cameras: [{ id: 'c1', label: '카메라' }], microphones: [], speakers: [] };
  }
  onDevicesChanged(listener: () => void) {
    this.changed = listener;
    return () => undefined;
  }
  async playTone() {}
}

let clock: FakeClock;
let door: FakeDoor;
let check: DeviceCheck<string>;
const verdict = (): string => verdictOf(check.state.get());

beforeEach(() => {
  clock = new FakeClock();
  door = new FakeDoor();
  check = new DeviceCheck(door, clock);
});

describe('the verdict', () => {
  it('asks for a word, then is content when it hears one', async () => {
    expect(verdict()).toBe('asking');
    await check.start();
    expect(verdict()).toBe('say-something');
    door.level(0.4);
    expect(verdict()).toBe('good');
  });

  it('says that the microphone is silent after a while, and takes it back', async () => {
    await check.start();
    door.level(0.01);
    await clock.advance(SILENT_MS);
    expect(verdict()).toBe('silent');
    door.level(0.5);
    expect(verdict()).toBe('good');
  });

  it.each([
    ['NotAllowedError', null, 'camera-denied'],
    ['NotFoundError', null, 'no-camera'],
    ['NotReadableError', null, 'camera-busy'],
    [null, 'NotAllowedError', 'microphone-denied'],
    [null, 'NotFoundError', 'microphone-missing'],
    [null, 'NotReadableError', 'microphone-busy'],
    ['NotFoundError', 'NotFoundError', 'nothing'],
    ['InsecureError', 'InsecureError', 'insecure'],
  ])('camera %s and microphone %s: %s', async (camera, microphone, expected) => {
    door.cameraFails = camera === null ? null : named(camera);
    door.microphoneFails = microphone === null ? null : named(microphone);
    await check.start();
    expect(verdict()).toBe(expected);
  });

  it('is content with devices somebody switched off on purpose', async () => {
    await check.start();
    check.closeCamera();
    check.closeMicrophone();
    expect(verdict()).toBe('good');
    expect(check.preview.get()).toBeNull();
  });
});

describe('devices', () => {
  it('lets go of everything when it stops, also of what opens late', async () => {
    await check.start();
    expect(door.open).toBe(2);
    const late = check.openCamera('c2');
    check.stop();
    await late;
    expect(door.open).toBe(0);
    expect(check.preview.get()).toBeNull();
  });

  it('changes the camera and tries a denied one again', async () => {
    door.cameraFails = named('NotAllowedError');
    await check.start();
    door.cameraFails = null;
    await check.openCamera('c2');
    expect(check.state.get()).toMatchObject({ camera: 'ok', cameraId: 'c2' });
    expect(check.preview.get()).toBe('picture c2');
  });

  it('reads the browser’s error names', () => {
    expect(faultOf(named('SecurityError'))).toBe('denied');
    expect(faultOf(named('OverconstrainedError'))).toBe('missing');
    expect(faultOf('anything')).toBe('busy');
  });
});

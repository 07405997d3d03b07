import type { Presence } from './RoomConnection.ts';

/** Somebody in a room, as tests need them. */
export function person(identity: string, change: Partial<Presence> = {}): Presence {
  return {
    identity,
    name: identity,
    unit: null,
    post: null,
    role: null,
    seat: 1,
    simulated: false,
    local: false,
    microphone: 'ON',
    camera: 'ON',
    screen: false,
    speaking: false,
    quality: 'good',
    ...change,
  };
}

import {
  ConnectionQuality,
  DisconnectReason,
  type LocalParticipant,
  type Participant,
  ParticipantEvent,
  type RemoteParticipant,
  type RemoteTrackPublication,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
  VideoPreset,
  VideoPresets,
} from 'livekit-client';
import type { DeviceState, Role } from '@/api';
import type { Lost, OpenRoom, Presence, RoomConnection, RoomListener, Source } from './RoomConnection.ts';

/** The sound of a film or a recording is no speech: filters made for a voice take it for noise. */
const AS_IT_IS = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 };
const CAMERA = { resolution: VideoPresets.h720.resolution };
const LAYERS = [new VideoPreset(320, 180, 160_000, 15), new VideoPreset(640, 360, 500_000, 25)];

/** The room server's client library behind our seam; the only file that knows it. */
export const openLiveKit: OpenRoom = (listener) => new LiveKitConnection(listener);

class LiveKitConnection implements RoomConnection {
  readonly #listener: RoomListener;
  readonly #sound: HTMLElement[] = [];
  readonly #shown = new Map<string, Set<HTMLVideoElement>>();
  #leaving = false;

  readonly #room = new Room({
    adaptiveStream: { pixelDensity: 'screen' },
    dynacast: true,
    // With one for both ways the client renegotiates everything for each picture it begins to see: docs/decisions/0008.
    singlePeerConnection: false,
    disconnectOnPageLeave: true,
    audioCaptureDefaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    videoCaptureDefaults: CAMERA,
    publishDefaults: {
      simulcast: true,
      videoCodec: 'vp8',
      videoSimulcastLayers: LAYERS,
      videoEncoding: { maxBitrate: 1_700_000, maxFramerate: 30 },
      screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15 },
      dtx: true,
      red: false,
    },
  });

  constructor(listener: RoomListener) {
    this.#listener = listener;
    const changed = (): void => listener.changed();
    this.#room
      .on(RoomEvent.ParticipantConnected, changed)
      .on(RoomEvent.ParticipantDisconnected, changed)
      .on(RoomEvent.ParticipantAttributesChanged, changed)
      .on(RoomEvent.ParticipantNameChanged, changed)
      .on(RoomEvent.TrackMuted, changed)
      .on(RoomEvent.TrackUnmuted, changed)
      .on(RoomEvent.LocalTrackPublished, changed)
      .on(RoomEvent.LocalTrackUnpublished, changed)
      .on(RoomEvent.ActiveSpeakersChanged, changed)
      .on(RoomEvent.ConnectionQualityChanged, changed)
      .on(RoomEvent.TrackPublished, (publication) => this.#published(publication))
      .on(RoomEvent.TrackUnpublished, changed)
      .on(RoomEvent.TrackSubscribed, (_track, publication, participant) => this.#arrived(publication, participant))
      .on(RoomEvent.TrackUnsubscribed, (track) => {
        for (const element of track.detach()) element.remove();
        changed();
      })
      .on(RoomEvent.SignalReconnecting, () => listener.reconnecting())
      .on(RoomEvent.Reconnecting, () => listener.reconnecting())
      .on(RoomEvent.Reconnected, () => listener.reconnected())
      .on(RoomEvent.AudioPlaybackStatusChanged, () => listener.soundBlocked(!this.#room.canPlaybackAudio))
      .on(RoomEvent.Disconnected, (reason) => this.#disconnected(reason));
    this.#room.localParticipant.on(ParticipantEvent.TrackMuted, changed);
  }

  async connect(url: string, token: string): Promise<void> {
    await this.#room.connect(socketUrl(url), token, { autoSubscribe: false, maxRetries: 1 });
    for (const person of this.#room.remoteParticipants.values()) {
      for (const publication of person.trackPublications.values()) this.#published(publication);
    }
    this.#listener.soundBlocked(!this.#room.canPlaybackAudio);
  }

  async leave(): Promise<void> {
    this.#leaving = true;
    for (const element of this.#sound) element.remove();
    await this.#room.disconnect(true);
  }

  people(): Presence[] {
    const everybody = [this.#room.localParticipant, ...this.#room.remoteParticipants.values()];
    return everybody.filter((person) => person.identity !== '' && person.identity !== 'studio').map(presence);
  }

  async microphone(on: boolean, deviceId?: string): Promise<void> {
    if (on && deviceId !== undefined) await this.#room.switchActiveDevice('audioinput', deviceId).catch(() => false);
    await this.#room.localParticipant.setMicrophoneEnabled(on, deviceId === undefined ? undefined : { deviceId });
  }

  async camera(on: boolean, deviceId?: string): Promise<void> {
    if (on && deviceId !== undefined) await this.#room.switchActiveDevice('videoinput', deviceId).catch(() => false);
    await this.#room.localParticipant.setCameraEnabled(
      on,
      deviceId === undefined ? undefined : { deviceId, resolution: CAMERA.resolution },
    );
    this.#show(this.#room.localParticipant, 'camera');
  }

  async screen(on: boolean): Promise<void> {
    await this.#room.localParticipant.setScreenShareEnabled(on, { audio: AS_IT_IS, contentHint: 'detail' });
    this.#show(this.#room.localParticipant, 'screen');
  }

  async speaker(deviceId: string): Promise<void> {
    await this.#room.switchActiveDevice('audiooutput', deviceId);
  }

  want(identity: string, source: Source, on: boolean): void {
    const publication = this.#room.remoteParticipants.get(identity)?.getTrackPublication(sourceOf(source));
    if (publication !== undefined && publication.isDesired !== on) {
      (publication as RemoteTrackPublication).setSubscribed(on);
    }
  }

  attach(identity: string, source: Source, element: HTMLVideoElement): () => void {
    const key = `${identity}/${source}`;
    const elements = this.#shown.get(key) ?? new Set();
    this.#shown.set(key, elements.add(element));
    const person = this.#room.getParticipantByIdentity(identity);
    if (person !== undefined) this.#show(person, source);
    return () => {
      elements.delete(element);
      this.#room.getParticipantByIdentity(identity)?.getTrackPublication(sourceOf(source))?.track?.detach(element);
    };
  }

  async startSound(): Promise<void> {
    await this.#room.startAudio();
  }

  #published(publication: TrackPublication): void {
    // Sound always comes; pictures only when a tile asks for them.
    if (publication.kind === Track.Kind.Audio) (publication as RemoteTrackPublication).setSubscribed(true);
    this.#listener.changed();
  }

  #arrived(publication: TrackPublication, person: RemoteParticipant): void {
    if (publication.kind === Track.Kind.Audio && publication.track !== undefined) {
      const element = publication.track.attach();
      element.hidden = true;
      document.body.append(element);
      this.#sound.push(element);
    } else {
      this.#show(person, publication.source === Track.Source.ScreenShare ? 'screen' : 'camera');
    }
    this.#listener.changed();
  }

  #show(person: Participant | LocalParticipant, source: Source): void {
    const track = person.getTrackPublication(sourceOf(source))?.track;
    for (const element of this.#shown.get(`${person.identity}/${source}`) ?? []) track?.attach(element);
  }

  #disconnected(reason: DisconnectReason | undefined): void {
    for (const element of this.#sound) element.remove();
    if (!this.#leaving) this.#listener.lost(lostBy(reason));
  }
}

function presence(person: Participant): Presence {
  const { unit, post, role, seat, simulated } = person.attributes;
  const track = (source: Track.Source): DeviceState => {
    const publication = person.getTrackPublication(source);
    if (publication === undefined) return 'NONE';
    return publication.isMuted ? 'OFF' : 'ON';
  };
  return {
    identity: person.identity,
    name: person.name || person.identity,
    unit: unit || null,
    post: post || null,
    role: (role as Role | undefined) || null,
    seat: Number.isFinite(Number(seat)) && seat !== undefined && seat !== '' ? Number(seat) : 9_999,
    simulated: simulated === 'true',
    local: person.isLocal,
    microphone: track(Track.Source.Microphone),
    camera: track(Track.Source.Camera),
    screen: track(Track.Source.ScreenShare) === 'ON',
    speaking: person.isSpeaking,
    quality: qualityOf(person.connectionQuality),
  };
}

function qualityOf(quality: ConnectionQuality): Presence['quality'] {
  if (quality === ConnectionQuality.Lost) return 'lost';
  return quality === ConnectionQuality.Poor ? 'poor' : 'good';
}

function sourceOf(source: Source): Track.Source {
  return source === 'camera' ? Track.Source.Camera : Track.Source.ScreenShare;
}

function lostBy(reason: DisconnectReason | undefined): Lost {
  switch (reason) {
    case DisconnectReason.PARTICIPANT_REMOVED:
      return 'removed';
    case DisconnectReason.ROOM_DELETED:
    case DisconnectReason.ROOM_CLOSED:
      return 'ended';
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'elsewhere';
    default:
      return 'dropped';
  }
}

/** The server gives a path on its own host (or a whole address); the library wants ws(s). */
export function socketUrl(url: string): string {
  const address = new URL(url, window.location.href);
  address.protocol = address.protocol === 'https:' || address.protocol === 'wss:' ? 'wss:' : 'ws:';
  return address.href.replace(/\/$/, '');
}

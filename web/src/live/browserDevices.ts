import type { Device, MediaDoor, OpenDevice } from './DeviceCheck.ts';

/** The browser's cameras, microphones and speakers behind the seam. */
export const browserDevices: MediaDoor<MediaStream> = {
  async openCamera(deviceId) {
    const stream = await devices().getUserMedia({
      video: { deviceId, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
    return opened(stream, stream.getVideoTracks()[0]);
  },

  async openMicrophone(deviceId, onLevel) {
    const stream = await devices().getUserMedia({
      audio: { deviceId, echoCancellation: true, noiseSuppression: true },
    });
    const stopMeter = meter(stream, onLevel);
    const device = opened(stream, stream.getAudioTracks()[0]);
    return {
      ...device,
      close: () => {
        stopMeter();
        device.close();
      },
    };
  },

  async devices() {
    const all = await devices().enumerateDevices();
    const of = (kind: MediaDeviceKind): Device[] =>
      all
        .filter((device) => device.kind === kind && device.deviceId !== '')
        .map((device, index) => ({ id: device.deviceId, label: device.label || `${index + 1}` }));
    return { cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') };
  },

  onDevicesChanged(listener) {
    navigator.mediaDevices?.addEventListener('devicechange', listener);
    return () => navigator.mediaDevices?.removeEventListener('devicechange', listener);
  },

  async playTone(speakerId) {
    const context = new AudioContext();
    try {
      await context.resume();
      if (speakerId !== undefined && 'setSinkId' in context) {
        await (context.setSinkId as (id: string) => Promise<void>)(speakerId === 'default' ? '' : speakerId);
      }
      const tone = context.createOscillator();
      const volume = context.createGain();
      volume.gain.setValueAtTime(0, context.currentTime);
      volume.gain.linearRampToValueAtTime(0.2, context.currentTime + 0.05);
      volume.gain.setValueAtTime(0.2, context.currentTime + 0.9);
      volume.gain.linearRampToValueAtTime(0, context.currentTime + 1);
      tone.frequency.setValueAtTime(523.25, context.currentTime);
      tone.frequency.setValueAtTime(659.25, context.currentTime + 0.5);
      tone.connect(volume).connect(context.destination);
      const ended = new Promise<void>((resolve) => {
        tone.onended = () => resolve();
      });
      tone.start();
      tone.stop(context.currentTime + 1.05);
      await ended;
    } finally {
      await context.close();
    }
  },
};

function devices(): MediaDevices {
  // Browsers hide the devices on plain http from another machine.
  if (navigator.mediaDevices === undefined) {
    throw Object.assign(new Error('devices need a secure address'), { name: 'InsecureError' });
  }
  return navigator.mediaDevices;
}

function opened(stream: MediaStream, track: MediaStreamTrack | undefined): OpenDevice<MediaStream> {
  return {
    handle: stream,
    deviceId: track?.getSettings().deviceId,
    close: () => {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** Reports loudness 0…1 about twelve times a second; speech at arm's length reaches about 0.5. */
function meter(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    const decibels = 10 * Math.log10(sum / samples.length + 1e-9);
    onLevel(Math.min(1, Math.max(0, (decibels + 60) / 50)));
  }, 80);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

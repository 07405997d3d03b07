import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, type DeviceCheck, type DeviceCheckState, isFault, verdictOf } from '@/live/DeviceCheck.ts';
import { Button } from '@/ui/Button.tsx';
import { SelectField } from '@/ui/Field.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { useWatched } from '@/ui/useWatched.ts';

interface Props {
  check: DeviceCheck<MediaStream>;
  name: string;
  children: ReactNode;
}

/** My picture, my level, my loudspeaker and one sentence about them. */
export function DeviceCard({ check, name, children }: Props): ReactNode {
  const { t } = useTranslation();
  const state = useWatched(check.state);
  const verdict = verdictOf(state);
  const tone = verdict === 'good' ? 'good' : verdict === 'asking' || verdict === 'say-something' ? 'info' : 'warning';
  return (
    <div className="card device-card">
      <div className="device-picture">
        <Preview check={check} state={state} />
        <p className="plate">{name}</p>
      </div>
      <div className="device-side">
        <Notice tone={tone}>{t(`check.verdict.${verdict}`)}</Notice>
        {children}
        <div className="device-rows">
          <CameraRow check={check} state={state} />
          <MicrophoneRow check={check} state={state} />
          <SpeakerRow check={check} state={state} />
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  check: DeviceCheck<MediaStream>;
  state: DeviceCheckState;
}

function Preview({ check, state }: RowProps): ReactNode {
  const { t } = useTranslation();
  const stream = useWatched(check.preview);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <>
      <video ref={video} className="preview" autoPlay playsInline muted aria-label={t('check.preview')} />
      {stream === null ? (
        <p className="preview-none">
          <Icon name="camera-off" />
          {t(state.camera === 'asking' ? 'check.asking' : 'check.noPicture')}
        </p>
      ) : null}
    </>
  );
}

function CameraRow({ check, state }: RowProps): ReactNode {
  const { t } = useTranslation();
  const off = state.camera === 'off';
  return (
    <div className="device-row">
      <Choice
        label={t('check.camera')}
        devices={state.cameras}
        chosen={state.cameraId}
        onChoose={(id) => void check.openCamera(id)}
      />
      <Button
        kind="tertiary"
        size="small"
        icon={off || isFault(state.camera) ? 'camera' : 'camera-off'}
        busy={state.camera === 'asking'}
        onClick={() => (off || isFault(state.camera) ? void check.openCamera() : check.closeCamera())}
      >
        {t(isFault(state.camera) ? 'check.tryAgain' : off ? 'check.cameraOn' : 'check.cameraOff')}
      </Button>
    </div>
  );
}

function MicrophoneRow({ check, state }: RowProps): ReactNode {
  const { t } = useTranslation();
  const off = state.microphone === 'off';
  const level = Math.round(state.level * 100);
  return (
    <div className="device-row">
      <Choice
        label={t('check.microphone')}
        devices={state.microphones}
        chosen={state.microphoneId}
        onChoose={(id) => void check.openMicrophone(id)}
      />
      <Button
        kind="tertiary"
        size="small"
        icon={off || isFault(state.microphone) ? 'mic' : 'mic-off'}
        busy={state.microphone === 'asking'}
        onClick={() => (off || isFault(state.microphone) ? void check.openMicrophone() : check.closeMicrophone())}
      >
        {t(isFault(state.microphone) ? 'check.tryAgain' : off ? 'check.micOn' : 'check.micOff')}
      </Button>
      {state.microphone === 'ok' ? (
        <meter className="level" min={0} max={100} value={level} aria-label={t('check.level')}>
          {level}
        </meter>
      ) : null}
    </div>
  );
}

function SpeakerRow({ check, state }: RowProps): ReactNode {
  const { t } = useTranslation();
  const { speakerTest } = state;
  return (
    <div className="device-row">
      <Choice
        label={t('check.speaker')}
        devices={state.speakers}
        chosen={state.speakerId}
        onChoose={(id) => check.chooseSpeaker(id)}
      />
      <Button
        kind="tertiary"
        size="small"
        icon="volume"
        busy={speakerTest === 'playing'}
        onClick={() => void check.testSpeaker()}
      >
        {t('check.tone')}
      </Button>
      {speakerTest === 'asked' ? (
        <p className="device-answer">
          {t('check.heard')}
          <Button kind="secondary" size="xsmall" onClick={() => check.answerSpeaker(true)}>
            {t('check.yes')}
          </Button>
          <Button kind="tertiary" size="xsmall" onClick={() => check.answerSpeaker(false)}>
            {t('check.no')}
          </Button>
        </p>
      ) : null}
      {speakerTest === 'heard' || speakerTest === 'not-heard' ? (
        <p className="device-answer" role="status">
          {t(speakerTest === 'heard' ? 'check.speakerGood' : 'check.speakerBad')}
        </p>
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  devices: Device[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Choice({ label, devices, chosen, onChoose }: ChoiceProps): ReactNode {
  const { t } = useTranslation();
  return (
    <SelectField
      label={label}
      value={chosen ?? devices[0]?.id ?? ''}
      disabled={devices.length === 0}
      onChange={(event) => onChoose(event.target.value)}
    >
      {devices.length === 0 ? <option value="">{t('check.standard')}</option> : null}
      {devices.map((device) => (
        <option key={device.id} value={device.id}>
          {device.label}
        </option>
      ))}
    </SelectField>
  );
}

import { useMutation } from '@tanstack/react-query';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { putSlide, type ShownSlide } from '@/api';
import type { ProgrammeModel } from '@/live/ProgrammeModel.ts';
import type { RoomModel } from '@/live/RoomModel.ts';
import type { Slot } from '@/live/slots.ts';
import { Button } from '@/ui/Button.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Strip } from './SpeakerView.tsx';
import { StagePicture } from './StagePicture.tsx';
import { useTakeOff } from './useTakeOff.ts';
import './slide.css';

interface Props {
  room: RoomModel;
  programme: ProgrammeModel;
  meeting: string;
  slots: Slot[];
  slide: ShownSlide;
  mayTurn: boolean;
}

/** A page of a file, large for everybody; whoever presents turns it. */
export function SlideView({ room, programme, meeting, slots, slide, mayTurn }: Props): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="speaker-view">
      <figure className="slide">
        <StagePicture
          where={`/api/v1/meetings/${meeting}/slide/${slide.attachmentId}/${slide.page}`}
          alt={t('slide.alt', { name: slide.name, page: slide.page, pages: slide.pages })}
        />
        <figcaption className="slide-caption">
          <span className="slide-name">{slide.name}</span>
          {slide.open ? null : <em>{t('slide.notOnAir')}</em>}
          {mayTurn ? (
            <Turning programme={programme} meeting={meeting} slide={slide} />
          ) : (
            <span aria-live="polite">{t('slide.page', { page: slide.page, pages: slide.pages })}</span>
          )}
        </figcaption>
      </figure>
      <Strip room={room} slots={slots} />
    </div>
  );
}

function Turning({ programme, meeting, slide }: Pick<Props, 'programme' | 'meeting' | 'slide'>): ReactNode {
  const { t } = useTranslation();
  const { attachmentId, page, pages } = slide;
  const turn = useMutation({
    mutationFn: (to: number) => putSlide(meeting, { attachmentId, page: to }),
    onSuccess: (answer) => programme.slideIs(answer),
  });
  const off = useTakeOff(programme, meeting);
  const to = (wanted: number): void => {
    if (wanted < 1 || wanted > pages || turn.isPending) return;
    off.reset();
    turn.mutate(wanted);
  };
  const takeOff = (): void => {
    turn.reset();
    off.mutate();
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') to(page - 1);
    else if (event.key === 'ArrowRight') to(page + 1);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <section className="slide-turning" aria-label={t('slide.controls')} onKeyDown={keys}>
        {pages === 1 ? null : (
          <button
            type="button"
            className="icon-button"
            aria-label={t('slide.previous')}
            aria-disabled={page === 1}
            onClick={() => to(page - 1)}
          >
            <Icon name="previous" />
          </button>
        )}
        <span className="slide-page" aria-live="polite">
          {t('slide.page', { page, pages })}
        </span>
        {pages === 1 ? null : (
          <button
            type="button"
            className="icon-button"
            aria-label={t('slide.next')}
            aria-disabled={page === pages}
            onClick={() => to(page + 1)}
          >
            <Icon name="next" />
          </button>
        )}
        <Button kind="secondary" size="xsmall" busy={off.isPending} onClick={takeOff}>
          {t('slide.off')}
        </Button>
      </section>
      <ProblemNotice error={turn.error ?? off.error} />
    </>
  );
}

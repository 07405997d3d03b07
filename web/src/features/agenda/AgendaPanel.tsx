import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type AgendaAnswer,
  type AgendaItemAnswer,
  type Attachment,
  finishAgendaItem,
  getAgenda,
  type Meeting,
  moveAgendaItem,
  type SlideAnswer,
  startAgendaItem,
} from '@/api';
import { PanelFrame } from '@/features/room/PanelFrame.tsx';
import { titled } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { FileList } from '@/ui/FileList.tsx';
import { Icon } from '@/ui/Icon.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { ChartButton } from './ChartButton.tsx';
import { DropItemDialog } from './DropItemDialog.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { fileOf, ItemFilesDialog } from './ItemFilesDialog.tsx';
import { PackDownload } from './PackDownload.tsx';
import { StageFile } from './StageFile.tsx';
import './agenda.css';

interface Props {
  meeting: Meeting;
  /** Grows whenever the agenda may be another. */
  version: number;
  /** What stands on the stage; null while unknown. */
  stage: SlideAnswer | null;
  onStage: (answer: SlideAnswer) => void;
  onClose: () => void;
}

type Opened = { what: 'add' } | { what: 'edit' | 'drop' | 'files'; item: AgendaItemAnswer } | null;

/** What the meeting talks about, in order; whoever prepares it goes through it and changes it here. */
export function AgendaPanel({ meeting, version, stage, onStage, onClose }: Props): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['agenda', meeting.id];
  const agenda = useQuery({
    queryKey: [...key, version],
    queryFn: () => getAgenda(meeting.id),
    placeholderData: (before: AgendaAnswer | undefined) => before,
  });
  const [open, setOpen] = useState<Opened>(null);
  const act = useMutation({
    mutationFn: (what: () => Promise<AgendaAnswer>) => what(),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
  const close = (): void => setOpen(null);
  return (
    <PanelFrame title={t('agenda.title')} onClose={onClose}>
      <Load query={agenda}>
        {(now) => (
          <>
            <ProblemNotice error={act.error} />
            <p className={now.minutes > now.meetingMinutes ? 'agenda-sum agenda-too-long' : 'agenda-sum'}>
              {t('agenda.sum', { minutes: now.minutes, of: now.meetingMinutes })}
            </p>
            <PackDownload meeting={meeting.id} />
            <ol className="agenda">
              {now.items.map((item, index) => (
                <ItemRow
                  key={item.key}
                  item={item}
                  inSession={meeting.state === 'IN_SESSION'}
                  mayEdit={now.mayEdit}
                  busy={act.isPending}
                  onStart={() => act.mutate(() => startAgendaItem(meeting.id, item.key))}
                  onFinish={() => act.mutate(() => finishAgendaItem(meeting.id))}
                  onUp={
                    index === 0
                      ? null
                      : () =>
                          act.mutate(() =>
                            moveAgendaItem(meeting.id, item.key, { before: now.items[index - 1]?.key ?? null }),
                          )
                  }
                  onDown={
                    index === now.items.length - 1
                      ? null
                      : () =>
                          act.mutate(() =>
                            moveAgendaItem(meeting.id, item.key, { before: now.items[index + 2]?.key ?? null }),
                          )
                  }
                  onEdit={() => setOpen({ what: 'edit', item })}
                  onDrop={() => setOpen({ what: 'drop', item })}
                  onFiles={() => setOpen({ what: 'files', item })}
                  fileHref={(file) => fileOf(meeting.id, item.key, file)}
                  stageChart={
                    stage?.mayShow ? <ChartButton meeting={meeting.id} stage={stage} onStage={onStage} /> : null
                  }
                  stageFile={(file) =>
                    stage?.files.some((one) => one.id === file.id) ? (
                      <StageFile meeting={meeting.id} file={file} stage={stage} onStage={onStage} />
                    ) : null
                  }
                />
              ))}
            </ol>
            {now.mayEdit ? (
              <Button kind="secondary" size="small" icon="plus" onClick={() => setOpen({ what: 'add' })}>
                {t('agenda.add')}
              </Button>
            ) : null}
          </>
        )}
      </Load>
      {open?.what === 'add' ? <ItemDialog meeting={meeting.id} item={null} onClose={close} /> : null}
      {open?.what === 'edit' ? <ItemDialog meeting={meeting.id} item={open.item} onClose={close} /> : null}
      {open?.what === 'files' ? (
        <ItemFilesDialog
          meeting={meeting.id}
          item={agenda.data?.items.find((item) => item.key === open.item.key) ?? open.item}
          onClose={close}
        />
      ) : null}
      {open?.what === 'drop' ? <DropItemDialog meeting={meeting.id} item={open.item} onClose={close} /> : null}
    </PanelFrame>
  );
}

interface RowProps {
  item: AgendaItemAnswer;
  inSession: boolean;
  mayEdit: boolean;
  busy: boolean;
  onStart: () => void;
  onFinish: () => void;
  onUp: (() => void) | null;
  onDown: (() => void) | null;
  onEdit: () => void;
  onDrop: () => void;
  onFiles: () => void;
  fileHref: (file: string) => string;
  /** What puts figures on the stage while the item runs; null for those who may not. */
  stageChart: ReactNode;
  /** The button that puts a file on the stage; null where it cannot be. */
  stageFile: (file: Attachment) => ReactNode;
}

function ItemRow({ item, inSession, mayEdit, busy, ...on }: RowProps): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const title = titled(item, i18n.language);
  const running = item.startedAt !== null && item.endedAt === null;
  const done = item.endedAt !== null;
  return (
    <li className={running ? 'agenda-item agenda-running' : done ? 'agenda-item agenda-done' : 'agenda-item'}>
      <p className="agenda-kind">
        {t(`agenda.kinds.${item.kind}`)} · {t('series.minutes', { n: item.minutes })}
        {item.open ? null : <em>{t('agenda.internal')}</em>}
        {done ? <span>{t('agenda.done', { minutes: Math.max(1, Math.round(item.spentSeconds / 60)) })}</span> : null}
      </p>
      <p className="agenda-title">{title}</p>
      <p className="agenda-why">{english ? item.whyEn : item.why}</p>
      {item.attachments.length > 0 ? (
        <FileList files={item.attachments} href={on.fileHref} keep change={null} beside={on.stageFile} />
      ) : null}
      {running || (mayEdit && inSession) ? (
        <div className="agenda-buttons">
          {!mayEdit ? null : running ? (
            <Button size="xsmall" disabled={busy} onClick={on.onFinish}>
              {t('agenda.finish')}
            </Button>
          ) : (
            <Button
              kind="secondary"
              size="xsmall"
              disabled={busy}
              aria-label={t(done ? 'agenda.againOf' : 'agenda.startOf', { title })}
              onClick={on.onStart}
            >
              {t(done ? 'agenda.again' : 'agenda.start')}
            </Button>
          )}
          {running ? on.stageChart : null}
        </div>
      ) : null}
      {mayEdit ? (
        <div className="agenda-buttons">
          <IconButton icon="up" label={t('agenda.upOf', { title })} busy={busy} act={on.onUp} />
          <IconButton icon="down" label={t('agenda.downOf', { title })} busy={busy} act={on.onDown} />
          <Button kind="tertiary" size="xsmall" aria-label={t('agenda.editOf', { title })} onClick={on.onEdit}>
            {t('action.edit')}
          </Button>
          <Button kind="tertiary" size="xsmall" aria-label={t('agenda.filesOf', { title })} onClick={on.onFiles}>
            {t('agenda.files')}
          </Button>
          {running ? null : (
            <Button kind="tertiary" size="xsmall" aria-label={t('agenda.dropOf', { title })} onClick={on.onDrop}>
              {t('agenda.drop')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

interface IconButtonProps {
  icon: 'up' | 'down';
  label: string;
  busy: boolean;
  act: (() => void) | null;
}

function IconButton({ icon, label, busy, act }: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      disabled={busy || act === null}
      onClick={() => act?.()}
    >
      <Icon name={icon} />
    </button>
  );
}

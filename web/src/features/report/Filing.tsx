import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FiledVersion, fileReport } from '@/api';
import { timeOf } from '@/i18n/format.ts';
import type { ReportModel, ReportState } from '@/live/ReportModel.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { CheckField, TextField } from '@/ui/Field.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';
import { PurposeBadge } from './PurposeBadge.tsx';

/** Files the report, once everything that was typed has arrived. */
export function Filing({ model, state }: { model: ReportModel; state: ReportState }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { draft: report } = state;
  const latest = report.versions.at(-1);
  // Who corrects the day's last report says nothing about another one.
  const last = chosen ?? latest?.purpose === 'FINAL';
  const correcting = latest !== undefined && (report.unfiled || state.saving !== 'saved');
  const unchanged = latest !== undefined && !correcting;
  const file = useMutation({
    mutationFn: async (nil: boolean) => {
      await model.flush();
      // What is filed again unchanged is filed for one reason: it was the last.
      return fileReport(report.seriesId, report.id, { nil, last: last || unchanged, reason });
    },
    onSuccess: (answer) => {
      model.show(answer);
      setReason('');
      setChosen(null);
      void queries.invalidateQueries({ queryKey: ['reports', 'mine'] });
    },
  });
  return (
    <section className={latest ? 'filing' : 'filing filing-first'}>
      {latest ? <Filed version={latest} /> : null}
      {correcting ? (
        <>
          <p>{t('reports.unfiled')}</p>
          <TextField
            label={t('reports.reason')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      ) : null}
      <ProblemNotice error={file.error ?? state.problem} />
      {latest === undefined || correcting ? (
        <>
          <CheckField label={t('reports.last')} checked={last} onChange={(event) => setChosen(event.target.checked)} />
          <div className="buttons">
            <Button size="large" busy={file.isPending} onClick={() => file.mutate(false)}>
              {t(correcting ? 'reports.correct' : 'reports.file')}
            </Button>
            {latest === undefined ? (
              <Button kind="secondary" size="large" busy={file.isPending} onClick={() => file.mutate(true)}>
                {t('reports.nil')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {unchanged && latest.purpose !== 'FINAL' ? (
        <div className="buttons">
          <Button kind="tertiary" busy={file.isPending} onClick={() => file.mutate(latest.nil)}>
            {t('reports.wasLast')}
          </Button>
        </div>
      ) : null}
      {report.versions.length > 1 ? <Versions versions={report.versions} /> : null}
    </section>
  );
}

function Filed({ version }: { version: FiledVersion }): ReactNode {
  const { t } = useTranslation();
  const words = { time: timeOf(version.filedAt), n: version.number };
  return (
    <Notice tone="good">
      {version.nil ? t('reports.filedNil', words) : t('reports.filed', words)}{' '}
      <PurposeBadge purpose={version.purpose} />{' '}
      {version.late ? <Badge tone="warning">{t('reports.late')}</Badge> : null}
    </Notice>
  );
}

function Versions({ versions }: { versions: FiledVersion[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <details className="over">
      <summary>{t('reports.versions')}</summary>
      <ol className="versions">
        {versions.map((version) => (
          <li key={version.number}>
            {timeOf(version.filedAt)} <PurposeBadge purpose={version.purpose} /> {version.by}{' '}
            <span className="quiet">{version.reason}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

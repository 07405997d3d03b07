import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChartOffer, getCharts, putChart, type ShownChart, type SlideAnswer } from '@/api';
import { SelectField } from '@/ui/Field.tsx';
import { FormDialog } from '@/ui/FormDialog.tsx';
import { Load } from '@/ui/States.tsx';

type Kind = ShownChart['kind'];

const KINDS: readonly Kind[] = ['UNITS', 'DAYS_14', 'DAYS_30', 'TABLE'];

interface Props {
  meeting: string;
  onStage: (answer: SlideAnswer) => void;
  onClose: () => void;
}

/** Which figures to put on the stage, and how they will look there. */
export function ChartDialog({ meeting, onStage, onClose }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const offers = useQuery({ queryKey: ['charts', meeting], queryFn: () => getCharts(meeting), gcTime: 0 });
  const [kind, setKind] = useState<Kind>('UNITS');
  const [wanted, setWanted] = useState('');
  const known = offers.data ?? [];
  const metric = known.find((one) => one.metric === wanted) ?? known.find((one) => may(one, kind)) ?? known[0];
  const allowed = kind === 'TABLE' ? known.length > 0 : metric !== undefined && may(metric, kind);
  const english = i18n.language.startsWith('en');
  const named = (one: ChartOffer): string => (english ? one.en : one.ko);
  const put = useMutation({
    mutationFn: () => putChart(meeting, { kind, metric: kind === 'TABLE' ? null : (metric?.metric ?? null) }),
    onSuccess: (answer) => {
      onStage(answer);
      onClose();
    },
  });
  const refused = allowed || metric === undefined ? undefined : ((english ? metric.whyEn : metric.why) ?? undefined);
  return (
    <FormDialog
      title={t('chart.title')}
      error={put.error}
      busy={put.isPending}
      onSubmit={() => {
        if (allowed) put.mutate();
      }}
      onClose={onClose}
      submit={t('slide.show')}
    >
      <Load query={offers}>
        {(all) =>
          all.length === 0 ? (
            <p>{t('chart.none')}</p>
          ) : (
            <>
              <SelectField
                label={t('chart.kind')}
                value={kind}
                onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'UNITS')}
              >
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {t(`chart.kinds.${one}`)}
                  </option>
                ))}
              </SelectField>
              {kind === 'TABLE' ? null : (
                <SelectField
                  label={t('figures.metric')}
                  value={metric?.metric}
                  error={refused}
                  onChange={(event) => setWanted(event.target.value)}
                >
                  {all.map((one) => (
                    <option key={one.metric} value={one.metric}>
                      {named(one)}
                    </option>
                  ))}
                </SelectField>
              )}
              {allowed ? (
                <Preview
                  meeting={meeting}
                  kind={kind}
                  metric={kind === 'TABLE' ? null : (metric?.metric ?? null)}
                  alt={t('chart.previewOf', {
                    what: [kind === 'TABLE' || metric === undefined ? '' : named(metric), t(`chart.kinds.${kind}`)]
                      .join(' ')
                      .trim(),
                  })}
                />
              ) : null}
            </>
          )
        }
      </Load>
    </FormDialog>
  );
}

function may(offer: ChartOffer, kind: Kind): boolean {
  return offer.kinds.includes(kind);
}

interface PreviewProps {
  meeting: string;
  kind: Kind;
  metric: string | null;
  alt: string;
}

function Preview({ meeting, kind, metric, alt }: PreviewProps): ReactNode {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const asked = new URLSearchParams(metric === null ? { kind } : { kind, metric });
  const where = `/api/v1/meetings/${meeting}/slide/chart-preview?${asked}`;
  return failed === where ? (
    <p role="alert">{t('chart.noPreview')}</p>
  ) : (
    <img className="chart-preview" src={where} width={1040} height={634} alt={alt} onError={() => setFailed(where)} />
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addDevice, type DeviceAnswer, removeDevice } from '@/api';
import { endWhenUnused, markHere, subscribe, support } from '@/features/push/browserPush.ts';
import { PushHelp } from '@/features/push/PushHelp.tsx';
import { keepUses } from '@/features/push/uses.ts';
import { dateOf, timeOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Load } from '@/ui/States.tsx';
import { devicesQuery } from './queries.ts';
import './devices.css';

/** The browsers by which I am told; this one is switched on here. */
export function Devices(): ReactNode {
  const { t } = useTranslation();
  const devices = useQuery(devicesQuery);
  return (
    <section className="block" aria-labelledby="devices">
      <h2 id="devices">{t('device.title')}</h2>
      <div className="card form-card">
        <p>{t('device.text')}</p>
        <Load query={devices}>{(kept) => <Kept devices={kept} />}</Load>
      </div>
    </section>
  );
}

function Kept({ devices }: { devices: DeviceAnswer[] }): ReactNode {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const mark = useQuery({ queryKey: ['push', 'mark'], queryFn: markHere });
  const settle = async (answer: DeviceAnswer[]): Promise<void> => {
    queries.setQueryData(devicesQuery.queryKey, answer);
    await queries.invalidateQueries({ queryKey: ['push', 'mark'] });
  };
  const add = useMutation({
    mutationFn: async () =>
      addDevice({ ...(await subscribe()), language: i18n.language.startsWith('en') ? 'EN' : 'KO' }),
    onSuccess: async (answer) => {
      keepUses({ device: true });
      await settle(answer);
    },
  });
  const here = devices.find((each) => each.mark === mark.data);
  const remove = useMutation({
    mutationFn: async (device: DeviceAnswer) => {
      const answer = await removeDevice(device.id);
      if (device.id === here?.id) await endWhenUnused(keepUses({ device: false }));
      return answer;
    },
    onSuccess: settle,
  });
  const able = support();
  return (
    <>
      {devices.length === 0 ? <p className="quiet">{t('device.none')}</p> : null}
      <ul className="devices">
        {devices.map((device) => (
          <li key={device.id}>
            <div>
              <strong>{device.name}</strong> {device === here ? <Badge tone="success">{t('device.here')}</Badge> : null}
              <br />
              <span className="quiet">
                {device.usedAt === null
                  ? t('device.unused')
                  : t('device.used', { at: `${dateOf(device.usedAt)} ${timeOf(device.usedAt)}` })}
              </span>
            </div>
            <Button
              kind="tertiary"
              size="small"
              busy={remove.isPending && remove.variables.id === device.id}
              aria-label={`${device.name} ${t('device.remove')}`}
              onClick={() => remove.mutate(device)}
            >
              {t('device.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {here === undefined ? <PushHelp support={able} /> : null}
      <ProblemNotice error={add.error ?? remove.error} />
      {here === undefined && able === 'ready' ? (
        <Button size="large" icon="bell" busy={add.isPending} onClick={() => add.mutate()}>
          {t('device.add')}
        </Button>
      ) : null}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listUnits, type Unit } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { dateOf } from '@/i18n/format.ts';
import { Badge } from '@/ui/Badge.tsx';
import { Button } from '@/ui/Button.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { Table } from '@/ui/Table.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { UnitDialog } from './UnitDialog.tsx';

export function UnitsPage(): ReactNode {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  return (
    <Staff
      administrator
      title={t('staff.units')}
      actions={
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('units.new')}
        </Button>
      }
    >
      {() => (
        <>
          <UnitsTable />
          {adding ? <UnitDialog onClose={() => setAdding(false)} /> : null}
        </>
      )}
    </Staff>
  );
}

function UnitsTable(): ReactNode {
  const { t } = useTranslation();
  const units = useQuery({ queryKey: ['units'], queryFn: () => listUnits() });
  const [renaming, setRenaming] = useState<Unit | null>(null);
  return (
    <Load query={units}>
      {(list) =>
        list.length === 0 ? (
          <Empty icon="people" title={t('units.none')} />
        ) : (
          <>
            <Table
              caption={t('staff.units')}
              head={[t('units.seat'), t('field.unit'), t('units.kind'), t('units.names'), t('desk.actions')]}
            >
              {[...list]
                .sort((a, b) => a.seat - b.seat)
                .map((unit) => (
                  <UnitRow key={unit.id} unit={unit} onRename={() => setRenaming(unit)} />
                ))}
            </Table>
            {renaming ? <RenameDialog unit={renaming} onClose={() => setRenaming(null)} /> : null}
          </>
        )
      }
    </Load>
  );
}

function UnitRow({ unit, onRename }: { unit: Unit; onRename: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <tr>
      <td data-head={t('units.seat')}>{unit.seat}</td>
      <th scope="row">
        {unit.name} <span className="quiet">{unit.nameEn}</span>{' '}
        {unit.synthetic ? <Badge>{t('people.synthetic')}</Badge> : null}
      </th>
      <td data-head={t('units.kind')}>{t(`units.kinds.${unit.kind}`)}</td>
      <td data-head={t('units.names')}>
        {unit.names.length === 0 ? <span className="quiet">–</span> : null}
        <ul>
          {unit.names.map((name) => (
            <li key={name.from}>{t('units.nameFrom', { name: name.name, date: dateOf(name.from) })}</li>
          ))}
        </ul>
      </td>
      <td>
        <Button kind="tertiary" size="xsmall" aria-label={`${unit.name} ${t('units.rename')}`} onClick={onRename}>
          {t('units.rename')}
        </Button>
      </td>
    </tr>
  );
}

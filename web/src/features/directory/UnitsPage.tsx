import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post, Unit } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { koreanDay } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import './directory.css';
import { isOver } from './posts.ts';
import { postsQuery, unitsQuery } from './queries.ts';
import { UnitCard } from './UnitCard.tsx';
import { type Opened, UnitDialogs } from './UnitDialogs.tsx';

/** The units of the city with their posts and whoever is in them. */
export function UnitsPage(): ReactNode {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Opened>(null);
  return (
    <Staff
      administrator
      title={t('staff.units')}
      actions={
        <Button icon="plus" onClick={() => setOpen({ what: 'new-unit' })}>
          {t('units.new')}
        </Button>
      }
    >
      {() => <Units open={open} onOpen={setOpen} />}
    </Staff>
  );
}

function Units({ open, onOpen }: { open: Opened; onOpen: (open: Opened) => void }): ReactNode {
  const { t } = useTranslation();
  const units = useQuery(unitsQuery);
  const posts = useQuery(postsQuery);
  const today = koreanDay(Date.now());
  const cards = (list: Unit[], all: Post[]): ReactNode =>
    list.map((unit) => <UnitCard key={unit.id} unit={unit} posts={all} today={today} onOpen={onOpen} />);
  return (
    <Load query={units}>
      {(list) => (
        <Load query={posts}>
          {(all) => {
            const sorted = [...list].sort((a, b) => a.seat - b.seat);
            const over = sorted.filter((unit) => isOver(unit, today));
            return (
              <>
                {list.length === 0 ? <Empty icon="people" title={t('units.none')} /> : null}
                {cards(
                  sorted.filter((unit) => !isOver(unit, today)),
                  all,
                )}
                {over.length > 0 ? (
                  <section className="block">
                    <h2>{t('units.over')}</h2>
                    {cards(over, all)}
                  </section>
                ) : null}
                <UnitDialogs open={open} posts={all} onOpen={onOpen} />
              </>
            );
          }}
        </Load>
      )}
    </Load>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectiveAnswer, Obligations } from '@/api';
import { Staff } from '@/app/Staff.tsx';
import { Button } from '@/ui/Button.tsx';
import { Notice } from '@/ui/Notice.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { AllDirectives } from './AllDirectives.tsx';
import { DirectiveCard } from './DirectiveCard.tsx';
import { NeedCard } from './NeedCard.tsx';
import { byPart } from './obligations.ts';
import { obligationsQuery, ownUnitsQuery } from './queries.ts';
import './directive.css';

type View = 'own' | 'all';

/** What my units owe and are owed, and everything I may see. */
export function DirectivesPage(): ReactNode {
  const { t } = useTranslation();
  return <Staff title={t('staff.directives')}>{() => <Directives />}</Staff>;
}

function Directives(): ReactNode {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('own');
  const units = useQuery(ownUnitsQuery);
  return (
    <>
      <fieldset className="directive-views">
        <legend className="sr-only">{t('directive.views')}</legend>
        {(['own', 'all'] as const).map((each) => (
          <Button
            key={each}
            kind={view === each ? 'primary' : 'tertiary'}
            aria-pressed={view === each}
            onClick={() => setView(each)}
          >
            {t(`directive.view.${each}`)}
          </Button>
        ))}
      </fieldset>
      {view === 'all' ? (
        <AllDirectives />
      ) : (
        <Load query={units}>
          {(mine) =>
            mine.length === 0 ? (
              <Empty icon="people" title={t('directive.noUnit')} />
            ) : (
              mine.map((unit) => <Owed key={unit.id} unit={unit.id} />)
            )
          }
        </Load>
      )}
    </>
  );
}

function Owed({ unit }: { unit: string }): ReactNode {
  const obligations = useQuery(obligationsQuery(unit));
  return <Load query={obligations}>{(known) => <UnitObligations known={known} />}</Load>;
}

function UnitObligations({ known }: { known: Obligations }): ReactNode {
  const { t } = useTranslation();
  const nothing = known.owed.length + known.needs.length === 0;
  return (
    <>
      <section className="block">
        <h2>{t('directive.owes', { unit: known.name })}</h2>
        {known.endedOn === null ? null : <Notice tone="warning">{t('directive.unitEnded')}</Notice>}
        {known.owes.length + known.studies.length === 0 ? <p className="quiet">{t('directive.owesNothing')}</p> : null}
        {byPart(known.owes).map(({ part, directives }) => (
          <Part key={part} title={t(`directive.part.${part}`, { n: directives.length })} directives={directives} />
        ))}
        {known.studies.length > 0 ? <h3 className="directive-part">{t('directive.studies')}</h3> : null}
        {known.studies.map((need) => (
          <NeedCard key={need.id} need={need} />
        ))}
      </section>
      <section className="block">
        <h2>{t('directive.owed', { unit: known.name })}</h2>
        {nothing ? <p className="quiet">{t('directive.owedNothing')}</p> : null}
        {known.needs.map((need) => (
          <NeedCard key={need.id} need={need} />
        ))}
        {known.owed.map((one) => (
          <DirectiveCard key={one.id} directive={one} showUnit />
        ))}
      </section>
    </>
  );
}

function Part({ title, directives }: { title: string; directives: DirectiveAnswer[] }): ReactNode {
  return (
    <>
      <p className="directive-part">{title}</p>
      {directives.map((one) => (
        <DirectiveCard key={one.id} directive={one} />
      ))}
    </>
  );
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DirectivePage, DirectiveUrgency, WantedOrder } from '@/api';
import { Button } from '@/ui/Button.tsx';
import { SelectField, TextField } from '@/ui/Field.tsx';
import { Empty, Load } from '@/ui/States.tsx';
import { DirectiveCard } from './DirectiveCard.tsx';
import { byUnit } from './obligations.ts';
import { directivesQuery } from './queries.ts';

const URGENCIES: DirectiveUrgency[] = ['WAITING', 'OVERDUE', 'DUE_TODAY', 'LATER', 'NO_DATE', 'CLOSED'];
const ORDERS: WantedOrder[] = ['DUE', 'UNIT', 'AGE'];

/** Every directive I may see: by due date, by unit or by age. */
export function AllDirectives(): ReactNode {
  const { t } = useTranslation();
  const [order, setOrder] = useState<WantedOrder>('UNIT');
  const [urgency, setUrgency] = useState<DirectiveUrgency | ''>('WAITING');
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const wanted = {
    order,
    page,
    ...(urgency === '' ? {} : { urgency }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
  };
  const found = useQuery({ ...directivesQuery(wanted), placeholderData: keepPreviousData });
  return (
    <>
      <div className="directive-filters">
        <SelectField
          label={t('directive.show')}
          value={urgency}
          onChange={(event) => {
            setPage(0);
            setUrgency(event.target.value as DirectiveUrgency | '');
          }}
        >
          <option value="">{t('directive.showAll')}</option>
          {URGENCIES.map((each) => (
            <option key={each} value={each}>
              {t(`directive.urgency.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('directive.sort')}
          value={order}
          onChange={(event) => {
            setPage(0);
            setOrder(event.target.value as WantedOrder);
          }}
        >
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {t(`directive.order.${each}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('directive.search')}
          value={text}
          maxLength={100}
          onChange={(event) => {
            setPage(0);
            setText(event.target.value);
          }}
        />
      </div>
      <Load query={found}>{(list) => <Found list={list} grouped={order === 'UNIT'} onPage={setPage} />}</Load>
    </>
  );
}

function Found({
  list,
  grouped,
  onPage,
}: {
  list: DirectivePage;
  grouped: boolean;
  onPage: (page: number) => void;
}): ReactNode {
  const { t } = useTranslation();
  const more = (list.page + 1) * list.pageSize < list.total;
  if (list.total === 0) return <Empty icon="check" title={t('directive.none')} />;
  return (
    <section className="block" aria-labelledby="found">
      <h2 id="found">{t('directive.found', { count: list.total })}</h2>
      {list.directives.some((one) => one.mayMove.includes('VERIFY')) ? (
        <p className="quiet">{t('directive.verifyKey')}</p>
      ) : null}
      {grouped
        ? byUnit(list.directives).map(({ unit, directives }) => (
            <div key={unit}>
              <p className="directive-part">{unit}</p>
              {directives.map((one) => (
                <DirectiveCard key={one.id} directive={one} showUnit />
              ))}
            </div>
          ))
        : list.directives.map((one) => <DirectiveCard key={one.id} directive={one} showUnit />)}
      {list.page > 0 || more ? (
        <div className="buttons">
          <Button kind="tertiary" disabled={list.page === 0} onClick={() => onPage(list.page - 1)}>
            {t('directive.previous')}
          </Button>
          <Button kind="tertiary" disabled={!more} onClick={() => onPage(list.page + 1)}>
            {t('directive.next')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

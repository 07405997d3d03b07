import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Me, signOut } from '@/api';
import { Empty, Failed, Loading } from '@/ui/States.tsx';
import { Menu } from './Menu.tsx';
import { Page } from './Page.tsx';
import { meQuery } from './queries.ts';

interface Props {
  title: string;
  actions?: ReactNode;
  /** Only the city's administrators come in. */
  administrator?: boolean;
  children: (me: Me) => ReactNode;
}

/** The frame of the office pages: lets signed-in people in, sends the others to sign in and back. */
export function Staff({ title, actions, administrator = false, children }: Props): ReactNode {
  const { t } = useTranslation();
  const query = useQuery(meQuery);
  // Where they wanted to go, as it was: while the sign-in page loads, this one is still here and the address moves.
  const [next] = useState(() => window.location.pathname + window.location.search);
  if (query.data === undefined) {
    return (
      <Page title={title}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const me = query.data;
  if (me.setupNeeded) return <Navigate to="/setup" replace />;
  if (!me.signedIn) return <Navigate to="/sign-in" search={{ next }} replace />;
  if (me.kind === 'guest') {
    return me.meetingId ? <Navigate to="/m/$id" params={{ id: me.meetingId }} replace /> : <Navigate to="/" replace />;
  }
  const allowed = !administrator || me.cityRoles.includes('ADMINISTRATOR');
  return (
    <Page title={title} nav={<StaffLinks me={me} />} actions={allowed ? actions : undefined}>
      {allowed ? children(me) : <Empty icon="person" title={t('state.denied')} />}
    </Page>
  );
}

function StaffLinks({ me }: { me: Me }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return (
    <>
      <Link to="/desk">{t('staff.desk')}</Link>
      {me.unit ? <Link to="/reports">{t('staff.reports')}</Link> : null}
      <Link to="/board">{t('staff.board')}</Link>
      <Link to="/directives">{t('staff.directives')}</Link>
      <Menu title={t('staff.records')}>
        <Link to="/archive">{t('archive.title')}</Link>
        <Link to="/figures">{t('figures.title')}</Link>
        <Link to="/attendance">{t('attendance.overTitle')}</Link>
      </Menu>
      {me.cityRoles.includes('ADMINISTRATOR') ? (
        <Menu title={t('staff.administration')}>
          <Link to="/admin/people">{t('staff.people')}</Link>
          <Link to="/admin/units">{t('staff.units')}</Link>
          <Link to="/admin/series">{t('staff.series')}</Link>
          <Link to="/admin/holidays">{t('holidays.title')}</Link>
          <Link to="/admin/templates">{t('catalogue.title')}</Link>
          <Link to="/admin/audit">{t('audit.title')}</Link>
        </Menu>
      ) : null}
      <Menu title={me.name ?? t('staff.mine')}>
        <Link to="/account">{t('staff.account')}</Link>
        <button
          type="button"
          onClick={async () => {
            await signOut();
            queries.clear();
            window.location.assign('/');
          }}
        >
          {t('staff.signOut')}
        </button>
      </Menu>
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, asProblem, getInvitation, type InvitationView } from '@/api';
import { Page } from '@/app/Page.tsx';
import { meQuery } from '@/app/queries.ts';
import { dateTimeOf } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { TextField } from '@/ui/Field.tsx';
import { ProblemNotice } from '@/ui/Notice.tsx';
import { Empty, Failed, Loading } from '@/ui/States.tsx';

/** One link, one seat: the guest gives a name at most, and is in. */
export function InvitationPage(): ReactNode {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/i/$token' });
  const invitation = useQuery({ queryKey: ['invitation', token], queryFn: () => getInvitation(token) });
  return (
    <Page title={t('invitation.title')} nav={<span />}>
      {invitation.data ? (
        <Invitation invitation={invitation.data} token={token} />
      ) : invitation.error ? (
        asProblem(invitation.error).status === 404 ? (
          <Empty icon="warning" title={t('invitation.unknown')}>
            <p>{t('invitation.ask')}</p>
          </Empty>
        ) : (
          <Failed error={invitation.error} retry={() => void invitation.refetch()} />
        )
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Invitation({ invitation, token }: { invitation: InvitationView; token: string }): ReactNode {
  const { t } = useTranslation();
  const me = useQuery(meQuery);
  if (invitation.state === 'USED' && me.data?.kind === 'guest' && me.data.meetingId) {
    return (
      <Empty icon="check" title={t('invitation.mine')}>
        <Link to="/m/$id" params={{ id: me.data.meetingId }} className="krds-btn primary large">
          {t('invitation.back')}
        </Link>
      </Empty>
    );
  }
  if (invitation.state !== 'OPEN') {
    return (
      <Empty icon="warning" title={t(`invitation.closed.${invitation.state}`)}>
        <p>{t('invitation.ask')}</p>
      </Empty>
    );
  }
  return (
    <div className="card form-card">
      <p className="invitation-meeting">{invitation.meetingTitle}</p>
      <p>{dateTimeOf(invitation.startsAt)}</p>
      <p>{[invitation.unit, invitation.label].filter(Boolean).join(' · ')}</p>
      <AcceptForm token={token} label={invitation.label} />
    </div>
  );
}

function AcceptForm({ token, label }: { token: string; label: string }): ReactNode {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(label);
  const [tried, setTried] = useState(false);
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token, { name: name.trim() }),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      return me.meetingId
        ? navigate({ to: '/m/$id', params: { id: me.meetingId }, replace: true })
        : navigate({ to: '/', replace: true });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '') accept.mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <ProblemNotice error={accept.error} />
      <TextField
        label={t('invitation.name')}
        hint={t('invitation.nameHint')}
        autoComplete="name"
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' ? t('field.needed') : undefined}
      />
      <Button type="submit" size="xlarge" className="wide" busy={accept.isPending}>
        {t('invitation.button')}
      </Button>
    </form>
  );
}

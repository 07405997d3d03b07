import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Load } from '@/ui/States.tsx';
import { contactQuery } from './queries.ts';

/** Where somebody is told, for an administrator who asks to see it. */
export function ContactOf({ person }: { person: string }): ReactNode {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  return (
    <details onToggle={() => setAsked(true)}>
      <summary>
        {t('contact.show')} <span className="quiet">{t('contact.showHint')}</span>
      </summary>
      {asked ? <Shown person={person} /> : null}
    </details>
  );
}

function Shown({ person }: { person: string }): ReactNode {
  const { t } = useTranslation();
  const contact = useQuery(contactQuery(person));
  return (
    <Load query={contact}>
      {({ email, mobile, ways }) => (
        <p role="status">
          {t('contact.email')}: {email || '–'}
          <br />
          {t('contact.mobile')}: {mobile || '–'}
          <br />
          {t('contact.ways')}: {ways.map((way) => t(`notice.way.${way}`)).join(', ') || '–'}
        </p>
      )}
    </Load>
  );
}

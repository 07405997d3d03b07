import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './meeting.css';

const STEPS = [
  { to: '/admin/units', key: 'units' },
  { to: '/admin/people', key: 'people' },
  { to: '/admin/series', key: 'series' },
] as const;

/** What an administrator does first in a system that is new. */
export function FirstSteps(): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="card first-steps" aria-labelledby="first-steps">
      <h2 id="first-steps">{t('desk.first.title')}</h2>
      <p>{t('desk.first.text')}</p>
      <ol>
        {STEPS.map(({ to, key }) => (
          <li key={key}>
            <Link to={to}>{t(`desk.first.${key}`)}</Link>
            <span className="quiet">{t(`desk.first.${key}Text`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

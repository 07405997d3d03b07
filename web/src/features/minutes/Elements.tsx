import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Minutes } from '@/api';
import { Icon } from '@/ui/Icon.tsx';

/** The nine elements of the law, ticked as they come; each that is missing says what to do. */
export function Elements({ minutes }: { minutes: Minutes }): ReactNode {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith('en');
  const there = minutes.elements.filter((one) => one.missing === null).length;
  return (
    <section className="card side-card" aria-labelledby="minutes-elements">
      <div className="block-head">
        <h2 id="minutes-elements">{t('minutes.elements')}</h2>
        <span role="status">{t('minutes.there', { n: there, of: minutes.elements.length })}</span>
      </div>
      <ol className="elements">
        {minutes.elements.map((one) => (
          <li key={one.element} className={one.missing === null ? 'element-there' : 'element-missing'}>
            <Icon name={one.missing === null ? 'check' : 'warning'} />
            <div>
              <strong>{english ? one.en : one.ko}</strong>{' '}
              <span className="quiet">{t(one.missing === null ? 'minutes.isThere' : 'minutes.isMissing')}</span>
              {one.missing === null ? null : <p>{english ? one.missingEn : one.missing}</p>}
            </div>
          </li>
        ))}
      </ol>
      <p className="quiet">{t('minutes.citation', { citation: minutes.citation })}</p>
    </section>
  );
}

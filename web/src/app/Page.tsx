import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Language, speak } from '@/i18n/index.ts';
import { Icon } from '@/ui/Icon.tsx';
import mark from '@/ui/onmaru.svg';
import { cityQuery } from './queries.ts';
import { applyTextSize, nextTextSize, textSize } from './textSize.ts';

interface Props {
  title: string;
  /** A sentence about what is in it. */
  lead?: string;
  /** Links beside the name of the product; the citizen's by default. */
  nav?: ReactNode;
  /** What stands beside the heading. */
  actions?: ReactNode;
  /** The heading is there for screen readers only: the page shows its own. */
  quietTitle?: boolean;
  children: ReactNode;
}

/** The light frame of every public and office page: landmarks, skip link, title, focus after navigation. */
export function Page({ title, lead, nav, actions, quietTitle, children }: Props): ReactNode {
  const { t, i18n } = useTranslation();
  const city = useQuery(cityQuery);
  const english = i18n.language === 'en';
  const cityName = (english ? city.data?.nameEn : city.data?.name) ?? '';
  return (
    <div className="page">
      <a className="skip" href="#main">
        {t('page.skip')}
      </a>
      <header className="header">
        {city.data?.demo || city.data?.official ? (
          <div className="masthead">
            <p className="inner">{t(city.data.demo ? 'page.demo' : 'page.official')}</p>
          </div>
        ) : null}
        <div className="inner">
          <Link to="/" className="brand">
            <img src={mark} alt="" width="32" height="32" />
            <span>
              {cityName ? <span className="brand-city">{cityName} </span> : null}
              {t('page.product')}
            </span>
          </Link>
          <nav aria-label={t('page.nav')} className="nav">
            {nav ?? <CitizenLinks />}
          </nav>
          <div className="header-tools">
            <TextSizeButton />
            <LanguageButton />
          </div>
        </div>
      </header>
      <main id="main" className="inner main" tabIndex={-1}>
        <div className={quietTitle ? 'sr-only' : 'title-row'}>
          <Heading title={title} cityName={cityName} />
          {actions}
        </div>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {children}
      </main>
      <footer className="footer">
        <div className="inner">
          <p>{t('page.footer', { city: cityName })}</p>
          <Link to="/desk">{t('page.staff')}</Link>
        </div>
      </footer>
    </div>
  );
}

let firstPage = true;

/** Names the tab; after a navigation it takes the focus, so that a screen reader starts at the top of the new page. */
function Heading({ title, cityName }: { title: string; cityName: string }): ReactNode {
  const { t } = useTranslation();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} | ${[cityName, t('page.product')].filter(Boolean).join(' ')}`;
  }, [title, cityName, t]);
  useEffect(() => {
    if (!firstPage) ref.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1} className="title">
      {title}
    </h1>
  );
}

function CitizenLinks(): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <Link to="/" activeOptions={{ exact: true }}>
        {t('page.live')}
      </Link>
      <Link to="/meetings">{t('page.past')}</Link>
      <Link to="/series">{t('page.calendar')}</Link>
      <Link to="/search">{t('archive.link')}</Link>
    </>
  );
}

function TextSizeButton(): ReactNode {
  const { t } = useTranslation();
  const [size, setSize] = useState(textSize);
  return (
    <button
      type="button"
      className="tool-button"
      onClick={() => {
        const next = nextTextSize(size);
        applyTextSize(next);
        setSize(next);
      }}
    >
      <Icon name="text" />
      <span className="sr-only">{t('page.textSize')} </span>
      <span aria-live="polite">{t(`page.size.${size}`)}</span>
    </button>
  );
}

function LanguageButton(): ReactNode {
  const { i18n } = useTranslation();
  const other: Language = i18n.language === 'en' ? 'ko' : 'en';
  return (
    <button type="button" className="tool-button" lang={other} onClick={() => void speak(other)}>
      {other === 'en' ? 'English' : '한국어'}
    </button>
  );
}

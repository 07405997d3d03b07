import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button.tsx';
import './slide.css';

interface Props {
  /** Where it is, of the stage's size; `?fine=true` is twice as large. */
  where: string;
  alt: string;
}

/** What stands on the stage, large; with a way to ask again when it does not come. */
export function StagePicture({ where, alt }: Props): ReactNode {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === where) {
    return (
      <div className="slide-failed" role="alert">
        <p>{t('slide.failed')}</p>
        <Button kind="secondary" size="small" icon="refresh" onClick={() => setFailed(null)}>
          {t('state.retry')}
        </Button>
      </div>
    );
  }
  return (
    <img
      className="slide-picture"
      src={where}
      srcSet={`${where} 1040w, ${where}?fine=true 2080w`}
      sizes="(max-width: 60em) 100vw, 75vw"
      alt={alt}
      onError={() => setFailed(where)}
    />
  );
}

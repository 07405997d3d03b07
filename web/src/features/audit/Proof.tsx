import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { proveAudit } from '@/api';
import { counted } from '@/i18n/format.ts';
import { Button } from '@/ui/Button.tsx';
import { Notice, ProblemNotice } from '@/ui/Notice.tsx';

/** Has the whole record read, and says whether anybody touched it. */
export function Proof(): ReactNode {
  const { t } = useTranslation();
  const proof = useMutation({ mutationFn: () => proveAudit() });
  return (
    <section className="audit-proof" aria-label={t('audit.prove')}>
      <Button kind="secondary" icon="check" busy={proof.isPending} onClick={() => proof.mutate()}>
        {t('audit.prove')}
      </Button>
      <ProblemNotice error={proof.error} />
      {proof.data === undefined ? null : proof.data.brokenAt === null ? (
        <Notice tone="good">{t('audit.whole', { n: counted(proof.data.entries) })}</Notice>
      ) : (
        <Notice tone="danger">
          {t('audit.broken', { n: counted(proof.data.entries), at: counted(proof.data.brokenAt) })}
        </Notice>
      )}
    </section>
  );
}

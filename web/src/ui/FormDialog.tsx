import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { ProblemNotice } from './Notice.tsx';

interface Props {
  title: string;
  /** What the server said against it; shown above the fields. */
  error: unknown;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** On the button that sends it; “save” by default. */
  submit?: string;
  danger?: boolean;
  /** Another button, before the two. */
  more?: ReactNode;
  children: ReactNode;
}

/** A dialog that is one form: fields, a way back, and the button that sends it. */
export function FormDialog({
  title,
  error,
  busy,
  onSubmit,
  onClose,
  submit,
  danger,
  more,
  children,
}: Props): ReactNode {
  const { t } = useTranslation();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} noValidate>
        <ProblemNotice error={error} />
        {children}
        <div className="dialog-buttons">
          {more}
          <Button kind="tertiary" onClick={onClose}>
            {t('action.back')}
          </Button>
          <Button type="submit" danger={danger} busy={busy}>
            {submit ?? t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

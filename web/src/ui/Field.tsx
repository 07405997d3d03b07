import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
}

function described(id: string, hint?: string, error?: string): string | undefined {
  const ids = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}

function Frame({ id, label, hint, error, children }: FieldProps & { id: string; children: ReactNode }): ReactNode {
  return (
    <div className="form-group">
      <div className="form-tit">
        <label htmlFor={id}>{label}</label>
      </div>
      <div className={error ? 'form-conts is-error' : 'form-conts'}>{children}</div>
      {hint ? (
        <p className="form-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="form-hint-invalid" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: FieldProps & InputHTMLAttributes<HTMLInputElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        type="text"
        {...input}
        id={id}
        className="krds-input"
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

/** Several lines; as tall as it needs. */
export function TextArea({
  label,
  hint,
  error,
  ...area
}: FieldProps & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={4}
        {...area}
        id={id}
        className="krds-input text-area"
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  error,
  children,
  ...select
}: FieldProps & SelectHTMLAttributes<HTMLSelectElement>): ReactNode {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        {...select}
        id={id}
        className="krds-form-select"
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </select>
    </Frame>
  );
}

export function CheckField({
  label,
  ...input
}: { label: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>): ReactNode {
  const id = useId();
  return (
    <div className="krds-form-check">
      <input {...input} type="checkbox" id={id} />
      <label htmlFor={id}>{label}</label>
    </div>
  );
}

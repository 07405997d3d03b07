import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

type Kind = 'primary' | 'secondary' | 'tertiary' | 'text';
type Size = 'xsmall' | 'small' | 'medium' | 'large' | 'xlarge';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind;
  size?: Size;
  icon?: IconName;
  busy?: boolean;
  danger?: boolean;
  children: ReactNode;
}

/** A KRDS button. While busy it stays focusable, says so, and ignores presses. */
export function Button({ kind = 'primary', size = 'medium', icon, busy, danger, children, ...rest }: Props): ReactNode {
  const classes = ['krds-btn', kind, size, danger ? 'is-danger' : '', rest.className ?? ''];
  return (
    <button
      type="button"
      {...rest}
      className={classes.filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ? <span className="turning" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

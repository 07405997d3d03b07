import type { ReactNode } from 'react';

type Tone = 'primary' | 'gray' | 'danger' | 'warning' | 'success' | 'information';

/* The sheet keeps only the rules whose names appear in sources, so the names are written out. */
const CLASSES: Record<Tone, string> = {
  primary: 'krds-badge bg-light-primary',
  gray: 'krds-badge bg-light-gray',
  danger: 'krds-badge bg-light-danger',
  warning: 'krds-badge bg-light-warning',
  success: 'krds-badge bg-light-success',
  information: 'krds-badge bg-light-information',
};

export function Badge({ tone = 'gray', children }: { tone?: Tone; children: ReactNode }): ReactNode {
  return <span className={CLASSES[tone]}>{children}</span>;
}

import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '@/ui/Icon.tsx';
import './menu.css';

/** Links behind one word of the navigation. Choosing one, Escape, or going elsewhere closes it. */
export function Menu({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const details = ref.current;
    const close = (event: Event): void => {
      if (details === null || !details.open) return;
      const inside = event.target instanceof Node && details.contains(event.target);
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        details.open = false;
        if (inside) details.querySelector('summary')?.focus();
      } else if (!inside) {
        details.open = false;
      }
    };
    document.addEventListener('keydown', close);
    document.addEventListener('click', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('click', close);
      document.removeEventListener('focusin', close);
    };
  }, []);
  return (
    <details ref={ref} className="nav-menu">
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is pressed, by mouse or keyboard */}
      <div
        onClick={() => {
          if (ref.current !== null) ref.current.open = false;
        }}
      >
        {children}
      </div>
    </details>
  );
}

import type { ReactNode } from 'react';

/* One family: 24 px grid, 2 px round strokes, drawn for this product. */
const PATHS = {
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3ZM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6',
  'mic-off':
    'M9 9v2a3 3 0 0 0 4.6 2.5M15 10V6a3 3 0 0 0-5.7-1.3M6 11a6 6 0 0 0 9.4 4.9M18 11a6 6 0 0 1-.4 2.2M12 17v4M9 21h6M4 3l16 18',
  camera: 'M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2ZM15 11l6-3.5v9L15 13',
  'camera-off': 'M8 7h5a2 2 0 0 1 2 2v5M15 17H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2M15 11l6-3.5v9l-3-1.8M4 3l16 18',
  screen: 'M3 5h18v11H3zM8 20h8M12 16v4M12 13V8M9.5 10.5 12 8l2.5 2.5',
  leave: 'M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M3 12h11M10 8l4 4-4 4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.4c2.2.8 3.5 2.9 3.5 5.6',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  speaker: 'M3 4h18v11H3zM4 19h3M10.5 19h3M17 19h3',
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  volume: 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  'volume-off': 'M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  close: 'M5 5l14 14M19 5 5 19',
  check: 'M4.5 12.5 10 18 19.5 7',
  warning: 'M12 3.5 22 20H2zM12 10v4.5M12 17.2v.3',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.5v.3',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  plus: 'M12 4v16M4 12h16',
  refresh: 'M20 6v5h-5M4 18v-5h5M19 11a7.5 7.5 0 0 0-13.3-3M5 13a7.5 7.5 0 0 0 13.3 3',
  broadcast:
    'M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 16.5a6 6 0 0 1 0-9M16 7.5a6 6 0 0 1 0 9M5 19.5a10 10 0 0 1 0-15M19 4.5a10 10 0 0 1 0 15',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.3M4 12h.3M4 18h.3',
  fullscreen: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21c0-4 3.6-7 8-7s8 3 8 7',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V8M16 3.5V8',
  hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11m0-6.5a1.5 1.5 0 0 1 3 0V11m0-4.5a1.5 1.5 0 0 1 3 0V14a7 7 0 0 1-7 7c-2.6 0-4-1-5.2-3L4.3 14a1.5 1.5 0 0 1 2.5-1.6L8 14',
  text: 'M3 19 8 6l5 13M4.8 14.5h6.4M17 9v8M13.8 13h6.4',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the words stand beside it or in the button's label. */
export function Icon({ name, filled = false }: { name: IconName; filled?: boolean }): ReactNode {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

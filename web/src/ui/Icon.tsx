/** Small line icons, 24 × 24, drawn with the text's colour. Decoration only: a text or label stands beside each. */
const PATHS = {
  desk: 'M3 5h18v11H3zM8 20h8M12 16v4',
  figures: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 5v4M8 15v4',
  phone: 'M6 3h4l2 5-2.5 1.5a11 11 0 0 0 5 5L16 12l5 2v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3',
  fire: 'M12 3c1 4 5 6 5 11a5 5 0 0 1-10 0c0-2 1-3 2-4 0 2 1 3 2 3 1-3-1-6 1-10',
  police: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  medical: 'M9 3h6v6h6v6h-6v6H9v-6H3V9h6z',
  gas: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11M9 14a3 3 0 0 0 3 3',
  traffic: 'M5 16v-4l2-5h10l2 5v4M3 16h18M7 16v3M17 16v3M5 12h14',
  unknown: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 18v.5',
  hazard: 'M12 3l10 18H2zM12 10v5M12 18v.5',
  pending: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 3',
  dispatched: 'M3 12h13M11 6l6 6-6 6M20 5v14',
  'en-route': 'M4 6l6 6-6 6M12 6l6 6-6 6',
  'on-scene': 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11M12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  closed: 'M4 12l5 6L20 6',
  received: 'M4 5h16v14H4zM4 13h5l1 2h4l1-2h5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5 21 21',
  plus: 'M12 4v16M4 12h16',
  close: 'M5 5l14 14M19 5 5 19',
  edit: 'M4 20h4L20 8l-4-4L4 16z',
  send: 'M3 11 21 3l-7 18-3-8z',
  sound: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11',
  muted: 'M4 9v6h4l5 4V5L8 9zM16 9l5 6M21 9l-5 6',
  light:
    'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  dark: 'M20 14a8 8 0 1 1-9-10 7 7 0 0 0 9 10',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-1 .5-1 1-1 1.7M12 17v.3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21a8 8 0 0 1 16 0',
  merge: 'M6 3v4c0 4 6 4 6 8v6M18 3v4c0 4-6 4-6 8',
  target: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M12 1v5M12 18v5M1 12h5M18 12h5',
  check: 'M4 12l5 6L20 6',
  road: 'M8 3 4 21M16 3l4 18M12 4v3M12 11v3M12 18v3',
  closure: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M6 12h12',
  alert: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  layers: 'M12 3 2 8l10 5 10-5zM2 13l10 5 10-5',
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
} as const;

export type IconName = keyof typeof PATHS;

export function isIcon(name: string): name is IconName {
  return name in PATHS;
}

export function iconPath(name: IconName): string {
  return PATHS[name];
}

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

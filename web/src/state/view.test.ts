import { expect, test } from 'vitest';
import { formatView, parseView, type View } from './view';

test('a view survives the way through the address', () => {
  const views: View[] = [
    { mode: 'desk', incidentId: null, agency: null, map: null },
    { mode: 'settings', incidentId: 'a-b', agency: 'fire', map: [69.24007, 41.29949, 13.25] },
    { mode: 'desk', incidentId: null, agency: 'gas', map: [-82.99879, 39.96118, 10] },
  ];
  for (const view of views) expect(parseView(formatView(view))).toEqual(view);
});

test('a strange address is the plain desk', () => {
  expect(parseView('?mode=roads&map=1,two,3')).toEqual({ mode: 'desk', incidentId: null, agency: null, map: null });
});

import { useDeferredValue, useMemo, useState } from 'react';
import type { Unit } from '../../api/types';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';

const natural = new Intl.Collator('en', { numeric: true });

/** The fleet by call sign, filtered as one types. */
export function useFleet() {
  const units = useStore(live.picture, (picture) => picture.units);
  const [text, setText] = useState('');
  const [agency, setAgency] = useState('');
  const wanted = useDeferredValue(text.trim().toLowerCase());
  const sorted = useMemo(() => [...units.values()].sort((a, b) => natural.compare(a.callSign, b.callSign)), [units]);
  const shown = useMemo<readonly Unit[]>(
    () =>
      sorted.filter(
        (unit) => (agency === '' || unit.agency === agency) && unit.callSign.toLowerCase().includes(wanted),
      ),
    [sorted, agency, wanted],
  );
  return { shown, text, setText, agency, setAgency };
}

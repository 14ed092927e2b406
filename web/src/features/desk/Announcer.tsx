import { useEffect, useState } from 'react';
import { say, useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { live, type Change } from '../../state/picture';
import { soundEmergency, soundNewTop, soundWarning, watchSound } from '../../state/sound';
import { queueWords } from '../queue/words';

const AGAIN_MS = 8_000;

/** Says and sounds what must not be missed: new top-priority incidents, loud warnings, emergencies. */
export function Announcer() {
  const t = useWords(queueWords);
  const name = useNaming();
  const [said, setSaid] = useState('');

  useEffect(watchSound, []);

  useEffect(() => {
    const known = new Set(live.picture.get().incidents.keys());
    const warned = new Set<string>();
    const hear = (change: Change) => {
      const incident = change.incident;
      if (!incident) return;
      const top = incident.priority === 1 && incident.state !== 'closed' && !known.has(incident.id);
      if (incident.priority === 1) known.add(incident.id);
      if (top) {
        soundNewTop();
        const where = incident.address ?? say(queueWords, 'noPlace');
        setSaid(t('newTop', { what: name.type(incident.typeCode, incident.subtypeCode), where }));
      }
      for (const warning of incident.warnings) {
        const key = `${incident.id} ${warning.kind} ${warning.since}`;
        if (warned.has(key) || warning.kind === 'emergency' || warning.kind === 'target-missed') continue;
        warned.add(key);
        soundWarning();
      }
    };
    return live.onChanges((changes) => changes.forEach(hear));
  }, [t, name]);

  useEffect(() => {
    const ring = () => {
      const units = [...live.picture.get().units.values()];
      if (units.some((unit) => unit.emergency)) soundEmergency();
    };
    const off = live.onChanges((changes) => {
      if (changes.some((change) => change.kind === 'emergency')) ring();
    });
    // It goes on until somebody ends it.
    const timer = setInterval(ring, AGAIN_MS);
    return () => {
      off();
      clearInterval(timer);
    };
  }, []);

  return (
    <div className="visually-hidden" role="status" aria-live="assertive">
      {said}
    </div>
  );
}

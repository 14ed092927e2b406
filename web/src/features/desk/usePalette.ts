import { useEffect, useMemo, useState } from 'react';
import { listIncidents } from '../../api/desk';
import type { IncidentSummary } from '../../api/types';
import { useField } from '../../i18n/field';
import { setLanguage, useWords } from '../../i18n/language';
import { centre, showBounds } from '../../map/camera';
import { useNaming } from '../../state/config';
import { openDialog, point, startCall } from '../../state/desk';
import { live } from '../../state/picture';
import { prefer, preferences } from '../../state/preferences';
import { signOff } from '../../state/signon';
import { look } from '../../state/view';
import type { IconName } from '../../ui/Icon';
import { agencyIcon, typeIcon } from '../../ui/Badges';
import { placeDetail } from '../call/place';
import { useSuggestions } from '../call/useSuggestions';
import { showUnit } from '../command/run';
import { findUnits } from '../incident/AnyUnit';
import { shortNumber } from '../queue/QueueRow';
import { helpWords } from './help.words';
import { paletteWords } from './palette.words';
import { deskWords } from './words';

export interface Choice {
  key: string;
  icon: IconName;
  label: string;
  detail: string;
  act: () => void;
}

/** Everything that can be found or done, best first. */
export function usePalette(text: string): Choice[] {
  const t = useWords(paletteWords);
  const d = useWords(deskWords);
  const h = useWords(helpWords);
  const f = useField();
  const name = useNaming();
  const { places } = useSuggestions(text, true);
  const closed = useClosed(text);

  return useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const incident = (each: IncidentSummary): Choice => ({
      key: each.id,
      icon: typeIcon(each.typeCode),
      label: `#${shortNumber(each.number)} ${name.type(each.typeCode, each.subtypeCode)}`,
      detail: `${each.address ?? ''} · ${f(`state.${each.state}`)}`,
      act: () => look({ incidentId: each.id, mode: 'desk' }),
    });
    const open = [...live.picture.get().incidents.values()]
      .map(incident)
      .filter((choice) => wanted !== '' && `${choice.label} ${choice.detail}`.toLowerCase().includes(wanted))
      .slice(0, 5);
    const units = findUnits(text, 4).map<Choice>((unit) => ({
      key: unit.id,
      icon: agencyIcon(unit.agency),
      label: unit.callSign,
      detail: `${name.unitKind(unit.kind)} · ${f(`status.${unit.status}`)}`,
      act: () => showUnit(unit),
    }));
    const found = places.slice(0, 5).map<Choice>((place, i) => ({
      key: `place ${i}`,
      icon: 'target',
      label: place.label,
      detail: placeDetail(place),
      act: () => {
        if (typeof place.lat !== 'number' || typeof place.lon !== 'number') return;
        centre(place.lon, place.lat, 16);
        point({ lat: place.lat, lon: place.lon, place });
      },
    }));
    const action = (key: string, icon: IconName, label: string, act: () => void): Choice => ({
      key,
      icon,
      label,
      detail: '',
      act,
    });
    const actions = [
      action('call', 'phone', h('kCall'), startCall),
      action('settings', 'settings', d('settings'), () => look({ mode: 'settings' })),
      action('desk', 'desk', d('desk'), () => look({ mode: 'desk' })),
      action('figures', 'figures', d('figures'), () => location.assign('figures.html')),
      action('theme', 'light', t('theme'), () =>
        prefer({ theme: preferences.get().theme === 'dark' ? 'light' : 'dark' }),
      ),
      action('sound', 'sound', h('kSound'), () => prefer({ sound: !preferences.get().sound })),
      action('whole', 'target', t('whole'), () => {
        const city = live.city.get();
        if (city) showBounds(city.bbox);
      }),
      action('help', 'help', d('help'), () => openDialog('help')),
      action('reload', 'layers', t('reload'), () => live.feed.reconnectNow()),
      action('en', 'settings', 'English', () => setLanguage('en')),
      action('ru', 'settings', 'Русский', () => setLanguage('ru')),
      action('uz', 'settings', 'Oʻzbekcha', () => setLanguage('uz')),
      action('off', 'person', d('signOff'), () => void signOff()),
    ].filter((choice) => choice.label.toLowerCase().includes(wanted));
    return [...open, ...units, ...actions, ...found, ...closed.map(incident)];
  }, [text, places, closed, t, d, h, f, name]);
}

/** Closed incidents by number, address or note. */
function useClosed(text: string): IncidentSummary[] {
  const [found, setFound] = useState<{ for: string; items: IncidentSummary[] }>({ for: '', items: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const timer = setTimeout(() => {
      void listIncidents({ state: 'closed', q: wanted, limit: 5 }).then((result) => {
        if (result.ok) setFound({ for: wanted, items: result.value.items });
      });
    }, 250);
    return () => clearTimeout(timer);
  }, [wanted]);
  return found.for === wanted ? found.items : [];
}

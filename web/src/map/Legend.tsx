import { useEffect, useRef } from 'react';
import { useWords } from '../i18n/language';
import { useConfig, useNaming } from '../state/config';
import { preferences } from '../state/preferences';
import { useStore } from '../state/store';
import { Icon } from '../ui/Icon';
import { unitSprite, type UnitLook } from './symbols';
import { mapWords } from './words';

const LOOKS: readonly [UnitLook, 'free' | 'dispatched' | 'enRoute' | 'onScene' | 'away'][] = [
  ['free', 'free'],
  ['dispatched', 'dispatched'],
  ['en-route', 'enRoute'],
  ['on-scene', 'onScene'],
  ['away', 'away'],
];

export function Legend() {
  const t = useWords(mapWords);
  const name = useNaming();
  const config = useConfig();
  return (
    <details className="legend">
      <summary className="button small">
        <Icon name="layers" size={14} /> {t('legend')}
      </summary>
      <div className="legend-body">
        <ul>
          {(config?.agencies ?? []).map((agency) => (
            <li key={agency.code}>
              <Sign agency={agency.code} look="free" /> {name.agency(agency.code)}
            </li>
          ))}
        </ul>
        <ul>
          {LOOKS.map(([look, word]) => (
            <li key={look}>
              <Sign agency="fire" look={look} /> {t(word)}
            </li>
          ))}
        </ul>
        <ul>
          <li>
            <span className="legend-pin is-waiting" aria-hidden="true" /> {t('waiting')}
          </li>
          <li>
            <span className="legend-pin" aria-hidden="true" /> {t('handled')}
          </li>
        </ul>
      </div>
    </details>
  );
}

function Sign({ agency, look }: { agency: string; look: UnitLook }) {
  const theme = useStore(preferences, (p) => p.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const sprite = unitSprite(theme, agency, look, 7, 2);
    if (!element) return;
    element.width = sprite.image.width;
    element.height = sprite.image.height;
    element.getContext('2d')?.drawImage(sprite.image, 0, 0);
  }, [theme, agency, look]);
  return <canvas ref={canvas} className="legend-sign" aria-hidden="true" />;
}

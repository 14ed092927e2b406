import { useRef } from 'react';
import { useWords } from '../i18n/language';
import { deskUi } from '../state/desk';
import { live } from '../state/picture';
import { useStore } from '../state/store';
import { Icon } from '../ui/Icon';
import { showBounds } from './camera';
import { Legend } from './Legend';
import { PointedCard } from './PointedCard';
import { useCityMap } from './useCityMap';
import { mapWords } from './words';
import './map.css';

/** Owns the map: nobody else makes, moves or draws on it but through `map/`. */
export function CityMap() {
  const t = useWords(mapWords);
  const city = useStore(live.city);
  const pointed = useStore(deskUi, (ui) => (ui.callForm === null ? ui.pointed : null));
  const box = useRef<HTMLDivElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const above = useRef<HTMLCanvasElement>(null);
  const state = useCityMap({ box, below, above }, city);
  return (
    <section className="city-map" aria-label={t('map', { city: city?.name ?? '' })}>
      <div ref={box} className="city-map-ground" title="" />
      <canvas ref={below} className="city-map-overlay" aria-hidden="true" />
      <canvas ref={above} className="city-map-overlay" aria-hidden="true" />
      <p className="visually-hidden">{t('help')}</p>
      {state === 'loading' && (
        <p className="map-note" role="status">
          {t('loading')}
        </p>
      )}
      {state === 'failed' && (
        <div className="map-failed" role="alert">
          <Icon name="layers" size={40} />
          <strong>{t('noWebglTitle')}</strong>
          <p>{t('noWebglText')}</p>
        </div>
      )}
      {state === 'ready' && city && !city.hasBaseMap && <p className="map-note">{t('noBaseMap')}</p>}
      {state === 'ready' && city && (
        <div className="map-tools">
          <button type="button" className="button small" onClick={() => showBounds(city.bbox)}>
            <Icon name="target" size={14} /> {t('whole')}
          </button>
          <Legend />
        </div>
      )}
      {pointed && <PointedCard key={`${pointed.lon},${pointed.lat}`} pointed={pointed} />}
    </section>
  );
}

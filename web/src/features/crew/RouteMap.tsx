import { useState } from 'react';
import type { Route } from '../../api/types';
import { Sheet } from './Sheet';
import { useT } from './useCrew';
import { useRouteMap } from './useRouteMap';

interface Shown {
  place: [lon: number, lat: number];
  route: Route | null;
}

/** The way to the place. Small it does not move, so that the page scrolls under the thumb; large it does. */
export default function RouteMap(shown: Shown) {
  const t = useT();
  const [large, setLarge] = useState(false);
  return (
    <div className="map-frame">
      <Canvas {...shown} moves={false} />
      <button type="button" onClick={() => setLarge(true)}>
        {t('biggerMap')}
      </button>
      {large && (
        <Sheet title={t('map')} onClose={() => setLarge(false)} tall>
          <Canvas {...shown} moves />
        </Sheet>
      )}
    </div>
  );
}

function Canvas({ place, route, moves }: Shown & { moves: boolean }) {
  const t = useT();
  const { frame, failed } = useRouteMap(place, route, moves);
  return (
    <>
      {failed ? (
        <p className="map">{t('mapMissing')}</p>
      ) : (
        <div ref={frame} className="map" role="img" aria-label={t('map')} />
      )}
      {route?.estimate === 'straight-line' && <p className="legend">{t('straightLine')}</p>}
    </>
  );
}

import { useState, type SubmitEvent } from 'react';
import { placeDetail } from '../features/call/place';
import { closeRoad } from '../api/desk';
import { problemText } from '../i18n/field';
import { useWords } from '../i18n/language';
import { nowMs } from '../state/clock';
import { point, startCall, type Pointed } from '../state/desk';
import { live } from '../state/picture';
import { Icon } from '../ui/Icon';
import { toast } from '../ui/toasts';
import { mapWords } from './words';
import { entered } from '../ui/form';

/** What can be done at a place that was pointed at. */
export function PointedCard({ pointed }: { pointed: Pointed }) {
  const t = useWords(mapWords);
  const [closing, setClosing] = useState(false);
  const label = pointed.place === undefined ? t('asking') : (pointed.place?.label ?? t('outside'));
  return (
    <div className="pointed-card" role="group" aria-label={label}>
      <div className="pointed-head">
        <Icon name="target" />
        <strong>{label}</strong>
        <button type="button" className="button quiet icon-only" aria-label={t('dismiss')} onClick={() => point(null)}>
          <Icon name="close" size={14} />
        </button>
      </div>
      <p className="pointed-detail">
        {pointed.place && placeDetail(pointed.place) ? `${placeDetail(pointed.place)} · ` : ''}
        {pointed.lat.toFixed(5)}, {pointed.lon.toFixed(5)}
      </p>
      {closing ? (
        <ClosureForm pointed={pointed} />
      ) : (
        <div className="row">
          <button type="button" className="button primary" onClick={startCall}>
            <Icon name="phone" size={14} /> {t('takeCall')}
          </button>
          <button type="button" className="button" onClick={() => setClosing(true)}>
            <Icon name="closure" size={14} /> {t('closeRoad')}
          </button>
        </div>
      )}
    </div>
  );
}

function ClosureForm({ pointed }: { pointed: Pointed }) {
  const t = useWords(mapWords);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const hours = Number(data.get('hours'));
    setBusy(true);
    const result = await closeRoad({
      lat: pointed.lat,
      lon: pointed.lon,
      radiusMetres: Number(data.get('radius')),
      reason: entered(data, 'reason'),
      until: hours > 0 ? new Date(nowMs() + hours * 3_600_000).toISOString() : null,
    });
    setBusy(false);
    if (!result.ok) {
      toast('bad', problemText(result.problem));
      return;
    }
    const roads = result.value.roads.join(', ');
    toast('good', roads ? t('closed', { roads }) : t('nothingClosed'));
    void live.readClosures();
    point(null);
  };
  return (
    <form className="closure-form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        {t('reason')}
        <input name="reason" required maxLength={200} autoFocus autoComplete="off" />
      </label>
      <div className="row">
        <label className="field">
          {t('radius')}
          <input name="radius" type="number" min={1} max={500} defaultValue={15} required />
        </label>
        <label className="field">
          {t('until')}
          <select name="hours" defaultValue="0">
            <option value="0">{t('untilOpened')}</option>
            {[1, 2, 4, 8, 24].map((n) => (
              <option key={n} value={n}>
                {t('hours', { n })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <button type="submit" className="button primary" disabled={busy}>
        {t('close')}
      </button>
    </form>
  );
}

import { useEffect, type KeyboardEvent } from 'react';
import type { CallKind } from '../../api/types';
import { problemText, useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { deskUi, endCall } from '../../state/desk';
import { useStore } from '../../state/store';
import { Key } from '../../ui/Badges';
import { Clock } from '../../ui/Clock';
import { Icon } from '../../ui/Icon';
import { show } from '../../map/camera';
import { AddressField } from './AddressField';
import { CallDuplicates } from './CallDuplicates';
import { atPlace } from './facts';
import { PlaceFacts, PlaceState } from './PlaceFacts';
import { TypeField } from './TypeField';
import { useCallForm, type CallForm as Form } from './useCallForm';
import { callWords } from './words';
import './call.css';

const KINDS: readonly CallKind[] = ['voice', 'silent', 'hang-up', 'text', 'other'];

export function CallForm() {
  const t = useWords(callWords);
  const f = useField();
  const pointed = useStore(deskUi, (ui) => ui.pointed);
  const form = useCallForm({});
  const { facts, set } = form;

  useEffect(() => {
    if (!pointed || pointed.place === undefined) return;
    const place = pointed.place ?? { kind: 'place' as const, label: '' };
    set({ ...atPlace({ ...place, lat: pointed.lat, lon: pointed.lon }, 'map') }, 'now');
  }, [pointed, set]);

  const finish = async () => {
    if (await form.saveNow()) endCall();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) {
      event.preventDefault();
      void finish();
    }
  };
  return (
    <section className="call-form" aria-label={t('title')} onKeyDown={onKeyDown}>
      <header className="call-head">
        <Icon name="phone" size={20} />
        <h2>{t('title')}</h2>
        <Clock since={form.receivedAt} />
        <button type="button" className="button quiet icon-only" aria-label={t('cancel')} onClick={() => void finish()}>
          <Icon name="close" />
        </button>
      </header>
      <SavedLine form={form} />
      <AddressField
        label={t('where')}
        hint={t('whereHint')}
        text={facts.address}
        autoFocus
        onText={(address) => set({ address }, 'thought')}
        onDone={() => void form.saveNow()}
        onPlace={(place) => {
          set(atPlace(place, 'address'), 'now');
          if (typeof place.lat === 'number' && typeof place.lon === 'number') show(place.lon, place.lat);
        }}
      />
      <PlaceState facts={facts} />
      <TypeField
        typeCode={facts.typeCode}
        subtypeCode={facts.subtypeCode}
        onChoose={(typeCode, subtypeCode) => set({ typeCode, subtypeCode }, 'now')}
      />
      <div className="row">
        <label className="field">
          {t('phone')}
          <input
            value={facts.callerPhone}
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
            onChange={(e) => set({ callerPhone: e.target.value })}
          />
        </label>
        <label className="field">
          {t('name')}
          <input
            value={facts.callerName}
            maxLength={120}
            autoComplete="off"
            onChange={(e) => set({ callerName: e.target.value })}
          />
        </label>
      </div>
      <label className="field grow">
        {t('text')}
        <textarea
          value={facts.description}
          maxLength={8000}
          placeholder={t('textHint')}
          onChange={(e) => set({ description: e.target.value }, 'thought')}
          onBlur={() => void form.saveNow()}
        />
      </label>
      <label className="field">
        {t('kind')}
        <select value={facts.kind} onChange={(e) => set({ kind: e.target.value as CallKind })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {f(`callKind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <PlaceFacts facts={facts} set={set} />
      {form.taken && <CallDuplicates taken={form.taken} />}
      <button type="button" className="button primary" onClick={() => void finish()}>
        <Icon name="check" /> {t('finish')} <Key>Esc</Key>
      </button>
    </section>
  );
}

function SavedLine({ form }: { form: Form }) {
  const t = useWords(callWords);
  const { saving, taken } = form;
  const number = taken?.incidentNumber.replace(/^.*-0*/, '') ?? '';
  const text =
    saving.state === 'failed'
      ? saving.problem.status === 0 || saving.problem.status >= 500
        ? t('saveFailed')
        : problemText(saving.problem)
      : taken
        ? t('saved', { number })
        : saving.state === 'saving'
          ? t('saving')
          : t('unsaved');
  return (
    <p className={`call-saved is-${saving.state}`} role="status">
      <Icon name={saving.state === 'failed' ? 'hazard' : taken ? 'check' : 'pending'} size={16} />
      {text}
    </p>
  );
}

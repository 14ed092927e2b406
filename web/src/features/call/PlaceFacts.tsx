import type { LocationMethod } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { Icon } from '../../ui/Icon';
import type { Facts } from './facts';
import { callWords } from './words';

const METHODS: readonly LocationMethod[] = ['caller', 'address', 'crossing', 'cell-sector', 'map'];

/** Whether the map knows where it is. */
export function PlaceState({ facts }: { facts: Facts }) {
  const t = useWords(callWords);
  return facts.lat === null ? (
    <p className="place-state quiet-text">
      <Icon name="target" size={14} /> {t('whereOpen')}, {t('onMap')}
    </p>
  ) : (
    <p className="place-state good-text">
      <Icon name="check" size={14} /> {t('wherePicked')}
    </p>
  );
}

interface Props {
  facts: Facts;
  set: (change: Partial<Facts>, when?: 'soon' | 'now') => void;
}

/** How the place is known and how sure it is. Behind the other fields: the place is chosen first, doubted later. */
export function PlaceFacts({ facts, set }: Props) {
  const t = useWords(callWords);
  const f = useField();
  const location = facts.location;
  if (facts.lat === null || location === null) return null;
  return (
    <fieldset className="place-facts">
      <legend>{t('more')}</legend>
      <select
        aria-label={t('method')}
        value={location.method}
        onChange={(e) => set({ location: { ...location, method: e.target.value as LocationMethod } })}
      >
        {METHODS.map((method) => (
          <option key={method} value={method}>
            {f(`method.${method}`)}
          </option>
        ))}
      </select>
      <label>
        ±{' '}
        <input
          type="number"
          min={0}
          max={1_000_000}
          aria-label={t('uncertainty')}
          value={location.uncertaintyMetres ?? ''}
          onChange={(e) =>
            set({ location: { ...location, uncertaintyMetres: e.target.value === '' ? null : Number(e.target.value) } })
          }
        />{' '}
        {f('unit.m')}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={location.verified ?? false}
          onChange={(e) => set({ location: { ...location, verified: e.target.checked } }, 'now')}
        />
        {t('verified')}
      </label>
    </fieldset>
  );
}

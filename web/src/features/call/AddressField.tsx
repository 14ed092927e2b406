import { useId, useState, type KeyboardEvent } from 'react';
import type { Place } from '../../api/types';
import { useWords } from '../../i18n/language';
import { placeDetail } from './place';
import { useSuggestions } from './useSuggestions';
import { callWords } from './words';

interface Props {
  label: string;
  text: string;
  hint?: string;
  autoFocus?: boolean;
  onText: (text: string) => void;
  onPlace: (place: Place) => void;
  /** The person left the field: what was typed is meant. */
  onDone?: () => void;
}

/** An address with suggestions from the first key (combobox of the ARIA practices). */
export function AddressField({ label, text, hint, autoFocus, onText, onPlace, onDone }: Props) {
  const t = useWords(callWords);
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { places, searching } = useSuggestions(text, open);
  const shown = open && text.trim() !== '';

  const choose = (place: Place) => {
    setOpen(false);
    onText(place.label);
    onPlace(place);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!shown || places.length === 0) return;
    const place = places[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((held) => (held + (event.key === 'ArrowDown' ? 1 : places.length - 1)) % places.length);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && place && !searching) {
      if (event.key === 'Enter') event.preventDefault();
      choose(place);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="field combobox">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={shown && places.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && places.length > 0 ? `${id}-${active}` : undefined}
        value={text}
        maxLength={400}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        autoFocus={autoFocus}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          onDone?.();
        }}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('suggestions')} className="suggestions" hidden={!shown}>
        {places.map((place, i) => (
          <li
            key={`${place.kind} ${place.label} ${place.lat ?? ''} ${i}`}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(place);
            }}
          >
            <span>{place.label}</span> <span className="quiet-text ellipsis">{placeDetail(place)}</span>
          </li>
        ))}
        {places.length === 0 && <li className="quiet-text">{searching ? t('searching') : t('noHit')}</li>}
      </ul>
    </div>
  );
}

import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { PriorityBadge, typeIcon } from '../../ui/Badges';
import { Icon } from '../../ui/Icon';
import { matchTypes, typeChoices, type TypeChoice } from './types';
import { callWords } from './words';

interface Props {
  typeCode: string | null;
  subtypeCode: string | null;
  onChoose: (typeCode: string, subtypeCode: string | null) => void;
}

/** Type by short code or name, typed or picked. */
export function TypeField({ typeCode, subtypeCode, onChoose }: Props) {
  const t = useWords(callWords);
  const name = useNaming();
  const config = useConfig();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const choices = useMemo(() => typeChoices(config, name.type), [config, name]);
  const found = text === null ? [] : matchTypes(choices, text);
  const held = choices.find((choice) => choice.typeCode === typeCode && choice.subtypeCode === subtypeCode);

  const choose = (choice: TypeChoice) => {
    setText(null);
    setActive(0);
    onChoose(choice.typeCode, choice.subtypeCode);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const choice = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (text === null) setText('');
      else setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % Math.max(1, found.length));
    } else if ((event.key === 'Enter' || (event.key === 'Tab' && text !== '')) && choice) {
      if (event.key === 'Enter') event.preventDefault();
      choose(choice);
    } else if (event.key === 'Escape' && text !== null) {
      event.stopPropagation();
      setText(null);
    }
  };
  return (
    <div className="field combobox">
      <label htmlFor={id}>{t('what')}</label>
      <input
        id={id}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
        value={text ?? held?.label ?? ''}
        placeholder={t('whatHint')}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setText(null)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={t('what')} className="suggestions" hidden={found.length === 0}>
        {found.map((choice, i) => (
          <li
            key={choice.typeCode + (choice.subtypeCode ?? '')}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            <PriorityBadge level={choice.priority} label={name.priority(choice.priority)} />
            <Icon name={typeIcon(choice.typeCode)} /> {choice.label}
            <code className="code">{choice.subtypeCode ?? choice.typeCode}</code>
          </li>
        ))}
      </ul>
      <div className="type-buttons" role="group" aria-label={t('what')}>
        {(config?.incidentTypes ?? []).map((type) => (
          <button
            key={type.code}
            type="button"
            tabIndex={-1}
            className="button small"
            aria-pressed={type.code === typeCode}
            onClick={() => onChoose(type.code, null)}
          >
            <Icon name={typeIcon(type.code)} size={14} /> {name.type(type.code)}
          </button>
        ))}
      </div>
    </div>
  );
}

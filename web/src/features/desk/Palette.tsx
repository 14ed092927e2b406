import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/language';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { paletteWords } from './palette.words';
import { usePalette, type Choice } from './usePalette';
import { deskWords } from './words';

export function Palette({ onClose }: { onClose: () => void }) {
  const t = useWords(paletteWords);
  const d = useWords(deskWords);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const choices = usePalette(text);
  const at = Math.min(active, choices.length - 1);

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    choice.act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') choose(choices[at]);
    else if (event.key === 'ArrowDown') setActive(Math.min(choices.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t('title')} closeLabel={d('close')} onClose={onClose}>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={`palette-${at}`}
        aria-label={t('title')}
        placeholder={t('hint')}
        value={text}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" className="palette-list" role="listbox" aria-label={t('title')}>
        {choices.map((choice, i) => (
          <li
            key={choice.key}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === at}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => choose(choice)}
          >
            <Icon name={choice.icon} /> <span>{choice.label}</span>
            <span className="quiet-text ellipsis">{choice.detail}</span>
          </li>
        ))}
        {choices.length === 0 && <li className="quiet-text">{t('nothing')}</li>}
      </ul>
    </Dialog>
  );
}

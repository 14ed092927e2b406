import { useEffect } from 'react';
import { centre, focusMap } from '../../map/camera';
import { deskUi, openDialog, startCall } from '../../state/desk';
import { live } from '../../state/picture';
import { prefer, preferences } from '../../state/preferences';
import { look, view } from '../../state/view';

function focus(id: string): void {
  document.getElementById(id)?.focus();
}

/** Goes one row up or down in the queue, from wherever the focus is. */
function step(key: 'ArrowDown' | 'ArrowUp'): void {
  document.getElementById('queue-list')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

function showChosen(): void {
  const incident = live.picture.get().incidents.get(view.get().incidentId ?? '');
  if (typeof incident?.lon === 'number' && typeof incident.lat === 'number') centre(incident.lon, incident.lat);
}

function chooseAgency(digit: string): void {
  const agency = live.config.get()?.agencies[Number(digit) - 1];
  look({ agency: digit === '0' ? null : (agency?.code ?? view.get().agency) });
}

const chosen = () => view.get().incidentId !== null;

/** What the single keys do. By place on the keyboard, so that they work with a Cyrillic layout too. */
const LETTERS: Readonly<Record<string, () => void>> = {
  KeyN: startCall,
  KeyJ: () => step('ArrowDown'),
  KeyK: () => step('ArrowUp'),
  KeyD: () => document.getElementById('send-all')?.click(),
  KeyU: () => focus('any-unit'),
  KeyO: () => focus('note'),
  KeyE: () => chosen() && openDialog('edit'),
  KeyC: () => chosen() && openDialog('close'),
  KeyF: showChosen,
  KeyM: focusMap,
  KeyQ: () => focus('queue-list'),
  KeyS: () => prefer({ sound: !preferences.get().sound }),
  Period: () => focus('command'),
  Slash: () => focus('command'),
};

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  );
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || deskUi.get().dialog !== null || document.querySelector('dialog[open]')) return;
  const act = actionOf(event);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionOf(event: KeyboardEvent): (() => void) | undefined {
  if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey)) return () => openDialog('palette');
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'F2') return startCall;
  if (event.key === 'F1') return () => openDialog('help');
  const typing = isTyping(event.target) ? (event.target as HTMLElement) : null;
  if (typing && event.key === 'Escape') return () => typing.blur();
  if (typing || !preferences.get().letterKeys) return undefined;
  if (event.key === '?') return () => openDialog('help');
  if (event.key === 'Enter' && event.target === document.body) return LETTERS['KeyD'];
  if (event.key === 'Escape' && chosen()) return () => look({ incidentId: null });
  if (/^Digit[0-9]$/.test(event.code)) return () => chooseAgency(event.code.slice(5));
  return event.shiftKey ? undefined : LETTERS[event.code];
}

export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

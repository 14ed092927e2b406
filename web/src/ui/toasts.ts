import { createStore } from '../state/store';

export interface Toast {
  id: number;
  tone: 'good' | 'bad' | 'info';
  text: string;
}

export const toasts = createStore<readonly Toast[]>([]);
let last = 0;

/** Says something in passing. What was refused stays longer. */
export function toast(tone: Toast['tone'], text: string): void {
  if (text === '') return;
  const id = ++last;
  toasts.set((held) => [...held.filter((t) => t.text !== text).slice(-3), { id, tone, text }]);
  setTimeout(() => dismiss(id), tone === 'bad' ? 12_000 : 4_000);
}

export function dismiss(id: number): void {
  toasts.set((held) => held.filter((t) => t.id !== id));
}

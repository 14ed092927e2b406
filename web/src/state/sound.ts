import { preferences } from './preferences';
import { createStore } from './store';

/** Sounds made here, without files: two rising tones for a new top-priority incident, a siren for an emergency. */
export const soundBlocked = createStore(true);
let context: AudioContext | null = null;

/** Browsers let a page sound only after a person touched it. */
export function watchSound(): () => void {
  const wake = () => {
    // A lone modifier key is no permission yet.
    if (!navigator.userActivation.isActive) return;
    context ??= new AudioContext();
    void context.resume().then(() => soundBlocked.set(context?.state !== 'running'));
  };
  window.addEventListener('pointerdown', wake);
  window.addEventListener('keydown', wake);
  return () => {
    window.removeEventListener('pointerdown', wake);
    window.removeEventListener('keydown', wake);
  };
}

function tone(at: number, seconds: number, from: number, to: number, volume: number): void {
  if (!context) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.setValueAtTime(from, at);
  oscillator.frequency.linearRampToValueAtTime(to, at + seconds);
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(volume, at + 0.02);
  gain.gain.setValueAtTime(volume, at + seconds - 0.04);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + seconds);
}

function ready(): number | null {
  if (!preferences.get().sound || context?.state !== 'running') return null;
  return context.currentTime + 0.01;
}

export function soundNewTop(): void {
  const now = ready();
  if (now === null) return;
  tone(now, 0.16, 660, 660, 0.25);
  tone(now + 0.2, 0.26, 880, 880, 0.25);
}

export function soundWarning(): void {
  const now = ready();
  if (now === null) return;
  tone(now, 0.3, 520, 440, 0.22);
}

export function soundEmergency(): void {
  const now = ready();
  if (now === null) return;
  for (let i = 0; i < 3; i++) {
    tone(now + i * 0.5, 0.25, 700, 1200, 0.35);
    tone(now + i * 0.5 + 0.25, 0.25, 1200, 700, 0.35);
  }
}

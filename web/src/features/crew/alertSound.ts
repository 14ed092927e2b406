/** The phone's ring for a new assignment: two tones and a vibration, repeated until it is acknowledged. */

const EVERY_MS = 3000;

let context: AudioContext | null = null;
let timer: ReturnType<typeof setInterval> | undefined;

/** Browsers allow sound only after a touch: call it from one. */
export function unlockSound(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

export function startRinging(): void {
  if (timer !== undefined) return;
  ringOnce();
  timer = setInterval(ringOnce, EVERY_MS);
}

export function stopRinging(): void {
  clearInterval(timer);
  timer = undefined;
}

export function ringOnce(): void {
  // Without a touch so far the browser would refuse and complain: the page shows the alert all the same.
  if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate([400, 150, 400]);
  if (context?.state !== 'running') return;
  for (let i = 0; i < 4; i++) tone(i % 2 === 0 ? 880 : 660, context.currentTime + i * 0.25);
}

function tone(hertz: number, at: number): void {
  if (!context) return;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = 'square';
  oscillator.frequency.value = hertz;
  gain.gain.setValueAtTime(0.25, at);
  gain.gain.setTargetAtTime(0, at + 0.18, 0.02);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.25);
}

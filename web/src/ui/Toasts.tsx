import { useStore } from '../state/store';
import { Icon } from './Icon';
import { dismiss, toasts } from './toasts';

const ICONS = { good: 'check', bad: 'hazard', info: 'alert' } as const;

export function Toasts({ closeLabel }: { closeLabel: string }) {
  const shown = useStore(toasts);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <div key={toast.id} className={`toast toast-${toast.tone}`}>
          <Icon name={ICONS[toast.tone]} />
          <span>{toast.text}</span>
          <button
            type="button"
            className="button quiet icon-only"
            aria-label={closeLabel}
            onClick={() => dismiss(toast.id)}
          >
            <Icon name="close" size={14} />
          </button>
        </div>
      ))}
    </div>
  );
}

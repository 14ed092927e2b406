import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from './Icon';

interface Props {
  title: string;
  onClose?: () => void;
  closeLabel: string;
  wide?: boolean;
  children: ReactNode;
}

/** A modal dialog over the browser's own: it holds the focus, Escape closes it, the focus goes back after it. */
export function Dialog({ title, onClose, closeLabel, wide = false, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // The browser would choose the close button.
      dialog.querySelector<HTMLElement>('input:not([type=checkbox]), select, textarea')?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" className="button quiet icon-only" onClick={onClose} aria-label={closeLabel}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}

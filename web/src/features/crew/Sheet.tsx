import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useT } from './useCrew';

/** A dialog that slides up from the lower edge, where the thumb is. Escape and the close button leave it. */
export function Sheet(props: { title: string; onClose: () => void; children: ReactNode; tall?: boolean }) {
  const { title, onClose, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const t = useT();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // The browser would choose the close button; a crew that opens a field wants to write.
      element.querySelector<HTMLElement>('textarea')?.focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={props.tall ? 'sheet tall' : 'sheet'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="icon" onClick={onClose} aria-label={t('close')}>
          ✕
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}

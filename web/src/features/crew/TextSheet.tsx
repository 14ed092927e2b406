import { useState, type ReactNode } from 'react';
import { Sheet } from './Sheet';

/** Asks for a text that must not be empty: a note, a reason. */
export function TextSheet(props: {
  title: string;
  label: string;
  button: string;
  maxLength: number;
  onSend: (text: string) => void;
  onClose: () => void;
  children?: ReactNode;
  danger?: boolean;
}) {
  const [text, setText] = useState('');
  const ready = text.trim() !== '';
  return (
    <Sheet title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) props.onSend(text.trim());
        }}
      >
        {props.children}
        <label className="field">
          <span>{props.label}</span>
          <textarea
            rows={3}
            maxLength={props.maxLength}
            value={text}
            onChange={(event) => setText(event.target.value)}
            required
          />
        </label>
        <button type="submit" className={props.danger ? 'wide danger' : 'wide primary'} disabled={!ready}>
          {props.button}
        </button>
      </form>
    </Sheet>
  );
}

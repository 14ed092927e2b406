import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../../i18n/language';
import { Key } from '../../ui/Badges';
import { run, type Answer } from './run';
import { commandWords } from './words';
import './command.css';

const KEPT = 50;

export function CommandLine() {
  const t = useWords(commandWords);
  const [text, setText] = useState('');
  const [past, setPast] = useState<readonly string[]>([]);
  const [at, setAt] = useState(-1);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    if (busy) return;
    setBusy(true);
    const said = await run(text);
    setBusy(false);
    setAnswer(said);
    // What was refused stays to be corrected.
    if (!said.ok) return;
    setPast((held) => [text, ...held.filter((line) => line !== text)].slice(0, KEPT));
    setAt(-1);
    setText('');
  };
  const recall = (step: number) => {
    const next = Math.max(-1, Math.min(past.length - 1, at + step));
    setAt(next);
    setText(past[next] ?? '');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowUp') recall(1);
    else if (event.key === 'ArrowDown') recall(-1);
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="command-line"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label htmlFor="command">
        <Key>.</Key> {t('label')}
      </label>
      <input
        id="command"
        value={text}
        placeholder={t('hint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        onChange={(event) => {
          setText(event.target.value);
          setAnswer(null);
        }}
        onKeyDown={onKeyDown}
      />
      <output className={answer && !answer.ok ? 'answer is-bad' : 'answer'} htmlFor="command" aria-live="polite">
        {answer?.text}
      </output>
    </form>
  );
}

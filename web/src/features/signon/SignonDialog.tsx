import { useState, type SubmitEvent } from 'react';
import type { NewSignon, Problem } from '../../api/types';
import { problemText, useField } from '../../i18n/field';
import { setLanguage, useLanguage, useWords } from '../../i18n/language';
import { LANGUAGES } from '../../i18n/words';
import { signOn } from '../../state/signon';
import { Dialog } from '../../ui/Dialog';
import { deskWords } from '../desk/words';
import { entered } from '../../ui/form';

const ROLES: readonly NewSignon['role'][] = [
  'dispatcher',
  'call-taker',
  'supervisor',
  'traffic-operator',
  'administrator',
];
const REMEMBERED = 'chorsu.person';

interface Person {
  name: string;
  desk: string;
  role: NewSignon['role'];
}

function remembered(): Person {
  const nobody: Person = { name: '', desk: '', role: 'dispatcher' };
  try {
    return { ...nobody, ...(JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as Partial<Person>) };
  } catch {
    return nobody;
  }
}

export function SignonDialog() {
  const t = useWords(deskWords);
  const f = useField();
  const chosen = useLanguage();
  const [person] = useState(remembered);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const who: Person = {
      name: entered(data, 'name'),
      desk: entered(data, 'desk'),
      role: data.get('role') as NewSignon['role'],
    };
    localStorage.setItem(REMEMBERED, JSON.stringify(who));
    setBusy(true);
    const result = await signOn(who);
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
  };
  return (
    <Dialog title={t('signonTitle')} closeLabel={t('close')}>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <p className="quiet-text">{t('signonText')}</p>
        <label className="field">
          {t('name')}
          <input name="name" required maxLength={120} defaultValue={person.name} autoComplete="name" autoFocus />
        </label>
        <div className="row">
          <label className="field">
            {t('deskName')}
            <input
              name="desk"
              required
              maxLength={60}
              defaultValue={person.desk}
              placeholder={t('deskHint')}
              autoComplete="off"
            />
          </label>
          <label className="field">
            {t('role')}
            <select name="role" defaultValue={person.role}>
              {ROLES.map((role) => (
                <option key={role} value={role}>
                  {f(`role.${role}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {problem && (
          <p className="warn-text" role="alert">
            {problemText(problem)}
          </p>
        )}
        <div className="row between">
          <span className="language-buttons" role="group" aria-label={t('language')}>
            {LANGUAGES.map((each) => (
              <button
                key={each}
                type="button"
                className="button small"
                aria-pressed={each === chosen}
                onClick={() => setLanguage(each)}
              >
                {each.toUpperCase()}
              </button>
            ))}
          </span>
          <button type="submit" className="button primary" disabled={busy}>
            {t('signOn')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

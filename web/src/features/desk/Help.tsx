import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useConfig, useNaming } from '../../state/config';
import { prefer, preferences } from '../../state/preferences';
import { useStore } from '../../state/store';
import { Key } from '../../ui/Badges';
import { Dialog } from '../../ui/Dialog';
import { STATUS_CODES, STEP_CODES } from '../command/parse';
import { helpWords } from './help.words';
import { deskWords } from './words';

const KEYS = [
  ['N F2', 'kCall'],
  ['J K', 'kNext'],
  ['D Enter', 'kSend'],
  ['U', 'kUnit'],
  ['O', 'kNote'],
  ['E', 'kEdit'],
  ['C', 'kClose'],
  ['F', 'kShow'],
  ['M', 'kMap'],
  ['Q', 'kQueue'],
  ['0 1–9', 'kAgency'],
  ['. /', 'kCommand'],
  ['Ctrl+K', 'kPalette'],
  ['? F1', 'kHelp'],
  ['S', 'kSound'],
  ['Ctrl+Enter', 'kFinish'],
  ['Esc', 'kLeave'],
] as const;

const COMMANDS = [
  ['E21 OS', 'cStamp'],
  ['E21 ER 12', 'cSendStamp'],
  ['D 12 E21 A3', 'cDispatch'],
  ['D 12', 'cRecommended'],
  ['12', 'cOpen'],
  ['C 12 …', 'cClose'],
  ['T 12 …', 'cNote'],
  ['P 12 1', 'cPriority'],
  ['AL 12 2', 'cAlarm'],
  ['E21 OOS …', 'cStatus'],
  ['E21', 'cUnit'],
  ['F Navoi 12', 'cFind'],
  ['N', 'kCall'],
] as const;

export function Help({ onClose }: { onClose: () => void }) {
  const t = useWords(helpWords);
  const f = useField();
  const name = useNaming();
  const config = useConfig();
  const desk = useWords(deskWords);
  const letterKeys = useStore(preferences, (p) => p.letterKeys);
  return (
    <Dialog title={t('title')} closeLabel={desk('close')} onClose={onClose} wide>
      <div className="help">
        <section>
          <h3>{t('keys')}</h3>
          <dl>
            {KEYS.map(([keys, word]) => (
              <div key={word}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <Key key={key}>{key}</Key>
                  ))}
                </dt>
                <dd>{t(word)}</dd>
              </div>
            ))}
          </dl>
          <label className="check">
            <input
              type="checkbox"
              checked={letterKeys}
              onChange={(event) => prefer({ letterKeys: event.target.checked })}
            />
            {t('letterKeys')}
          </label>
        </section>
        <section>
          <h3>{t('commands')}</h3>
          <p className="quiet-text">{t('commandsText')}</p>
          <dl>
            {COMMANDS.map(([line, word]) => (
              <div key={line}>
                <dt>
                  <code>{line}</code>
                </dt>
                <dd>{t(word)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{t('codes')}</h3>
          <dl className="codes">
            {Object.entries(STEP_CODES).map(([code, step]) => (
              <Code key={code} code={code} text={f(`step.${step}`)} />
            ))}
            {Object.entries(STATUS_CODES).map(([code, status]) => (
              <Code key={code} code={code} text={f(`status.${status}`)} />
            ))}
          </dl>
          <h3>{t('dispositions')}</h3>
          <dl className="codes">
            {(config?.dispositions ?? []).map((each) => (
              <Code key={each.code} code={each.code} text={name.disposition(each.code)} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Code({ code, text }: { code: string; text: string }) {
  return (
    <div>
      <dt>
        <code>{code}</code>
      </dt>
      <dd>{text}</dd>
    </div>
  );
}

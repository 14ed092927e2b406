import { useWords } from '../../i18n/language';
import { deskUi, endCall, startCall } from '../../state/desk';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { Key } from '../../ui/Badges';
import { Icon } from '../../ui/Icon';
import { deskWords } from './words';

/** The queue and, while one is taken, the call. */
export function LeftTabs() {
  const t = useWords(deskWords);
  const taking = useStore(deskUi, (ui) => ui.callForm !== null);
  const open = useStore(live.picture, (picture) => picture.incidents.size);
  return (
    <div className="left-tabs">
      <button type="button" className="left-tab" aria-pressed={!taking} onClick={() => taking && endCall()}>
        {t('queueTab')} <span className="count">{open}</span>
      </button>
      <button
        type="button"
        className={taking ? 'left-tab' : 'left-tab is-action'}
        aria-pressed={taking}
        onClick={() => !taking && startCall()}
      >
        <Icon name="phone" size={14} /> {taking ? t('callTab') : t('newCall')} <Key>N</Key>
      </button>
    </div>
  );
}

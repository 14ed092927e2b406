import { useWords } from '../../i18n/language';
import { live } from '../../state/picture';
import { useStore } from '../../state/store';
import { deskWords } from './words';

export function ConnectionDot() {
  const t = useWords(deskWords);
  const { state } = useStore(live.feed.connection);
  const word = state === 'live' ? t('live') : state === 'lost' ? t('lostShort') : t('connecting');
  return <span className={`connection connection-${state}`}>{word}</span>;
}

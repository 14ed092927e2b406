import { useEffect } from 'react';
import { useLanguage } from '../../i18n/language';
import { setTimeZone } from '../../state/time';
import { ActionBar } from './ActionBar';
import { unlockSound } from './alertSound';
import { AssignmentView } from './AssignmentView';
import { CrewHeader } from './CrewHeader';
import { presentAssignment, presentEmergency } from './crewState';
import { EndedNotice } from './EndedNotice';
import { EmergencyBanner } from './EmergencyBanner';
import { ReportStrip } from './ReportStrip';
import { SignOnForm } from './SignOnForm';
import { useCrew, useT } from './useCrew';
import { VersionNotice } from './VersionNotice';
import { WaitingView } from './WaitingView';
import { gpsWord } from './wording';

export function CrewPage() {
  const state = useCrew();
  const language = useLanguage();
  const t = useT();
  const zone = state.config?.timeZone;
  if (zone) setTimeZone(zone);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${state.signon?.callSign ?? t('title')} – Chorsu`;
  }, [language, state.signon, t]);
  useEffect(() => {
    addEventListener('pointerdown', unlockSound);
    return () => removeEventListener('pointerdown', unlockSound);
  }, []);

  if (!state.opened) return <p className="opening">{t('loading')}</p>;
  const present = presentAssignment(state);
  const alarmed = presentEmergency(state) !== null;
  const noPlace = state.gps === 'refused' || state.gps === 'missing' || state.gps === 'lost';
  return (
    <div className={alarmed ? 'crew alarmed' : 'crew'}>
      <CrewHeader />
      <main>
        <EmergencyBanner />
        <ReportStrip />
        {noPlace && state.gps !== 'off' && <p className="strip warn">{t(gpsWord(state.gps))}</p>}
        <EndedNotice />
        <VersionNotice />
        {!state.signon && <SignOnForm />}
        {state.signon && (present ? <AssignmentView present={present} /> : <WaitingView />)}
      </main>
      {state.signon && <ActionBar present={present} />}
    </div>
  );
}

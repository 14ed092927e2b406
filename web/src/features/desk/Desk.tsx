import { useEffect } from 'react';
import { useWords } from '../../i18n/language';
import { CityMap } from '../../map/CityMap';
import { deskUi, openDialog } from '../../state/desk';
import { live } from '../../state/picture';
import { signon } from '../../state/signon';
import { useStore } from '../../state/store';
import { view } from '../../state/view';
import { Toasts } from '../../ui/Toasts';
import { CallForm } from '../call/CallForm';
import { CommandLine } from '../command/CommandLine';
import { IncidentPanel } from '../incident/IncidentPanel';
import { Queue } from '../queue/Queue';
import { Settings } from '../settings/Settings';
import { SignonDialog } from '../signon/SignonDialog';
import { Announcer } from './Announcer';
import { ConnectionBanner } from './ConnectionBanner';
import { EmergencyBand } from './EmergencyBand';
import { FiguresLine } from './FiguresLine';
import { Help } from './Help';
import { LeftTabs } from './LeftTabs';
import { Palette } from './Palette';
import { Rail } from './Rail';
import { useKeys } from './useKeys';
import { deskWords } from './words';
import './desk.css';

export function Desk() {
  const t = useWords(deskWords);
  const mode = useStore(view, (v) => v.mode);
  const dialog = useStore(deskUi, (ui) => ui.dialog);
  const callForm = useStore(deskUi, (ui) => ui.callForm);
  const person = useStore(signon);
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);
  useKeys();
  return (
    <div className="desk">
      {mode === 'desk' && (
        <a className="skip" href="#incident-panel">
          {t('skip')}
        </a>
      )}
      <Rail />
      <header className="desk-top">
        <FiguresLine />
      </header>
      <ConnectionBanner />
      {mode === 'settings' ? (
        <main className="desk-settings">
          <Settings />
        </main>
      ) : (
        <main className="desk-main">
          <h1 className="visually-hidden">Chorsu: {t('desk')}</h1>
          <div className="desk-left">
            <LeftTabs />
            <div className="desk-left-body" hidden={callForm !== null}>
              <Queue />
            </div>
            {callForm !== null && <CallForm key={callForm} />}
          </div>
          <div className="desk-middle">
            <EmergencyBand />
            <CityMap />
          </div>
          <IncidentPanel />
        </main>
      )}
      <footer className="desk-foot">
        <CommandLine />
      </footer>
      {dialog === 'help' && <Help onClose={() => openDialog(null)} />}
      {dialog === 'palette' && <Palette onClose={() => openDialog(null)} />}
      {person === null && <SignonDialog />}
      <Announcer />
      <Toasts closeLabel={t('close')} />
    </div>
  );
}

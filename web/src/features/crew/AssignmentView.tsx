import { lazy, Suspense } from 'react';
import { useLanguage } from '../../i18n/language';
import { distanceText, travelText } from '../../state/time';
import type { PresentAssignment } from './crewState';
import { CrewCheck } from './CrewCheck';
import { rank } from './steps';
import { useCrew, useCrewStore, useT, useUnitWords } from './useCrew';
import { WorkingData } from './WorkingData';
import { stepWord, typeName } from './wording';

const RouteMap = lazy(() => import('./RouteMap'));

/** What, where and how to get there; then everything known. */
export function AssignmentView({ present }: { present: PresentAssignment }) {
  const { config, ringingFor } = useCrew();
  const store = useCrewStore();
  const language = useLanguage();
  const t = useT();
  const { assignment, incident, route, step } = present;
  const held = step === 'reserved';
  return (
    <>
      {ringingFor && (
        <section className="card new" role="alert">
          <h2>{t('newAssignment')}</h2>
          <button type="button" onClick={() => store.quiet()}>
            {t('quiet')}
          </button>
        </section>
      )}
      {held && (
        <section className="card calm">
          <h2>{t('reservedTitle', { number: incident.number })}</h2>
          <p>{t('reservedText')}</p>
        </section>
      )}
      <section className="card what">
        <p className={`urgency p${incident.priority}`}>
          <span>{t('priority', { level: incident.priority })}</span>
          {incident.alarmLevel > 1 && <span>{t('alarmLevel', { level: incident.alarmLevel })}</span>}
          <span>{incident.number}</span>
        </p>
        <h1>{typeName(config, incident.typeCode, incident.subtypeCode, language)}</h1>
        <p className="address">{incident.address ?? t('noAddress')}</p>
        <PlaceDoubt present={present} />
        {assignment.destination && (
          <p className="way">
            <span aria-hidden="true">⚑</span> {assignment.destination}
          </p>
        )}
        <p className="step-now" role="status">
          {t('now', { step: t(stepWord(step)) })}
          {present.waiting && <em> · {t('waitingToSend')}</em>}
        </p>
      </section>
      <CrewCheck assignment={assignment} />
      {incident.lat != null && incident.lon != null && (
        <section className="card map-card">
          {route && rank(step) < rank('on-scene') && <Way route={route} />}
          <Suspense fallback={<div className="map" />}>
            <RouteMap place={[incident.lon, incident.lat]} route={rank(step) < rank('on-scene') ? route : null} />
          </Suspense>
        </section>
      )}
      <WorkingData present={present} />
    </>
  );
}

function Way({ route }: { route: NonNullable<PresentAssignment['route']> }) {
  const t = useT();
  const units = useUnitWords();
  const values = { time: travelText(route.seconds, units), distance: distanceText(route.metres, units) };
  const straight = route.estimate === 'straight-line';
  return (
    <p className={straight ? 'way straight' : 'way'}>
      <span aria-hidden="true">{straight ? '┄' : '➤'}</span> {t(straight ? 'routeStraight' : 'routeByRoad', values)}
    </p>
  );
}

function PlaceDoubt({ present }: { present: PresentAssignment }) {
  const t = useT();
  const units = useUnitWords();
  const { location } = present.incident;
  const metres = location?.uncertaintyMetres;
  const doubts = [
    metres != null && metres > 0 && t('placeUncertain', { metres: distanceText(metres, units) }),
    location && !location.verified && t('placeUnverified'),
  ].filter(Boolean);
  return doubts.length > 0 ? <p className="doubt">{doubts.join(' · ')}</p> : null;
}

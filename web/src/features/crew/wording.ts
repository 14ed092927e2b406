import type { Config, Step } from '../../api/types';
import { sayField } from '../../i18n/field';
import type { Translate } from '../../i18n/language';
import { nameIn } from '../../i18n/language';
import type { Language } from '../../i18n/words';
import type { Report } from './outbox';
import type { GpsState } from './positions';
import type { CrewWord } from './words';

const STEPS: Record<Step, CrewWord> = {
  reserved: 'stepReserved',
  dispatched: 'stepDispatched',
  acknowledged: 'stepAcknowledged',
  'en-route': 'stepEnRoute',
  staged: 'stepStaged',
  'on-scene': 'stepOnScene',
  'at-patient': 'stepAtPatient',
  transporting: 'stepTransporting',
  'at-destination': 'stepAtDestination',
  cleared: 'stepCleared',
  cancelled: 'stepCancelled',
};

const GPS: Record<Exclude<GpsState, 'off'>, CrewWord> = {
  on: 'gpsOn',
  starting: 'gpsStarting',
  lost: 'gpsLost',
  refused: 'gpsRefused',
  missing: 'gpsMissing',
};

export const stepWord = (step: Step): CrewWord => STEPS[step];
export const gpsWord = (gps: Exclude<GpsState, 'off'>): CrewWord => GPS[gps];

/** The label of the button that reports a step: the first one is a command, the others say what is so. */
export function stepButtonWord(step: Step): CrewWord {
  return step === 'acknowledged' ? 'doAcknowledged' : STEPS[step];
}

export function typeName(config: Config | null, code: string, subtype: string | null | undefined, l: Language): string {
  const type = config?.incidentTypes.find((one) => one.code === code);
  const name = nameIn(type?.name, l) || code;
  if (!subtype) return name;
  return `${name}: ${nameIn(type?.subtypes.find((one) => one.code === subtype)?.name, l) || subtype}`;
}

/** One line about a report, for the lists of waiting and refused ones. */
export function reportText(report: Report, config: Config | null, t: Translate<CrewWord>, l: Language): string {
  const text = report.text ?? '';
  switch (report.kind) {
    case 'step': {
      const step = report.step ? t(stepWord(report.step)) : '';
      return text ? `${step} – ${text}` : step;
    }
    case 'note':
      return t('reportNote', { text });
    case 'crew-check':
      return t('reportCrewCheck');
    case 'unit-status':
      return t('reportStatus', { text: sayField(`status.${text}`) });
    case 'on-view':
      return t('reportOnView', { text: typeName(config, text, null, l) });
    case 'emergency':
      return t('reportEmergency');
    case 'emergency-end':
      return t('reportEmergencyEnd', { text });
  }
}

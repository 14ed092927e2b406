import { useCallback } from 'react';
import type { TimelineEntry } from '../../api/types';
import { useField } from '../../i18n/field';
import { useWords } from '../../i18n/language';
import { useNaming } from '../../state/config';
import { timelineWords } from './timeline.words';

/** The timeline's sentences in the chosen language where their parts are given, else as the server wrote them. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const t = useWords(timelineWords);
  const f = useField();
  const name = useNaming();
  return useCallback(
    (entry: TimelineEntry) => {
      const data = entry.data ?? {};
      const value = (key: string) => (typeof data[key] === 'string' ? data[key] : '');
      const callSign = value('callSign');
      switch (entry.kind) {
        case 'dispatched':
          return callSign ? t('dispatched', { callSign }) : entry.text;
        case 'step':
          return callSign && value('step') ? t('step', { callSign, step: f(`step.${value('step')}`) }) : entry.text;
        case 'benchmark':
          return value('code') ? t('benchmark', { name: name.benchmark(value('code')) }) : entry.text;
        case 'closed':
          return value('disposition')
            ? t('closed', { disposition: name.disposition(value('disposition')) })
            : entry.text;
        case 'emergency':
          return callSign ? t('emergency', { callSign }) : entry.text;
        case 'part-added':
          return value('agency') ? t('partAdded', { agency: name.agency(value('agency')) }) : entry.text;
        case 'call-taken':
          return t('callTaken');
        case 'call-edited':
          return t('callEdited');
        default:
          return entry.text;
      }
    },
    [t, f, name],
  );
}

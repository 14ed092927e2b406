import { useCallback } from 'react';
import type { TimelineEntry } from '../../api/types';
import { useField } from '../../i18n/field';
import { useLanguage } from '../../i18n/language';
import { fill, placeholders } from '../../i18n/words';
import { useNaming, type Naming } from '../../state/config';
import { timelineWords } from './timeline.words';

type Kind = keyof (typeof timelineWords)['en'];

function isKnown(kind: string): kind is Kind {
  return kind in timelineWords.en;
}

/** The parts of the sentence as people say them: codes become names. */
function spoken(entry: TimelineEntry, name: Naming, stepName: (step: string) => string): Record<string, string> {
  const all = Object.entries(entry.data ?? {}).filter(([, value]) => value !== null && typeof value !== 'object');
  const values = Object.fromEntries(all.map(([key, value]) => [key, String(value)]));
  if (values['step']) values['step'] = stepName(values['step']);
  if (values['agency']) values['agency'] = name.agency(values['agency']);
  if (values['disposition']) values['disposition'] = name.disposition(values['disposition']);
  if (values['code']) values['code'] = name.benchmark(values['code']);
  return values;
}

/** The timeline's sentences in the chosen language where their parts are given, else as the server wrote them. */
export function useTimelineText(): (entry: TimelineEntry) => string {
  const f = useField();
  const name = useNaming();
  const language = useLanguage();
  return useCallback(
    (entry: TimelineEntry) => {
      // What a person wrote is never replaced.
      if (!isKnown(entry.kind) || entry.kind === 'note' || entry.kind === 'reopened') return entry.text;
      const template = timelineWords[language][entry.kind];
      const values = spoken(entry, name, (step) => f(`step.${step}`));
      return placeholders(template).every((each) => each in values) ? fill(language, template, values) : entry.text;
    },
    [f, name, language],
  );
}

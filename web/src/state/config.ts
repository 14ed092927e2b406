import { useCallback, useMemo } from 'react';
import type { Config } from '../api/types';
import { nameIn, useLanguage } from '../i18n/language';
import { useField } from '../i18n/field';
import { live } from './picture';
import { useStore } from './store';

export type IncidentType = Config['incidentTypes'][number];

/** Names of the configuration in the chosen language; a code without a name is shown as the code. */
export interface Naming {
  type: (typeCode: string, subtypeCode?: string | null) => string;
  agency: (code: string) => string;
  unitKind: (code: string) => string;
  priority: (level: number) => string;
  disposition: (code: string) => string;
  benchmark: (code: string) => string;
}

export function useConfig(): Config | null {
  return useStore(live.config);
}

export function useNaming(): Naming {
  const config = useConfig();
  const chosen = useLanguage();
  const f = useField();
  const named = useCallback(
    (list: readonly { code: string; name: Config['agencies'][number]['name'] }[] | undefined, code: string) =>
      nameIn(list?.find((entry) => entry.code === code)?.name, chosen),
    [chosen],
  );
  return useMemo<Naming>(
    () => ({
      type(typeCode, subtypeCode) {
        const type = config?.incidentTypes.find((t) => t.code === typeCode);
        const subtype = subtypeCode ? named(type?.subtypes, subtypeCode) || subtypeCode : '';
        return subtype || nameIn(type?.name, chosen) || typeCode;
      },
      agency: (code) => named(config?.agencies, code) || f(`agency.${code}`),
      unitKind: (code) => named(config?.unitKinds, code) || code,
      priority: (level) => nameIn(config?.priorities.find((p) => p.level === level)?.name, chosen),
      disposition: (code) => named(config?.dispositions, code) || code,
      benchmark: (code) => named(config?.benchmarks, code) || code,
    }),
    [config, chosen, named, f],
  );
}

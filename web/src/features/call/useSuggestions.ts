import { useEffect, useState } from 'react';
import { search } from '../../api/desk';
import type { Place } from '../../api/types';
import { middle } from '../../map/camera';

const PAUSE_MS = 90;

/** Suggestions from the first key on; an answer to an older text never replaces a newer one. */
export function useSuggestions(text: string, wanted: boolean, incidents = false) {
  const [found, setFound] = useState<{ for: string; places: Place[] }>({ for: '', places: [] });
  const asked = text.trim();
  useEffect(() => {
    if (!wanted || asked === '') return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      void search(asked, middle(), incidents, controller.signal).then((result) => {
        if (result.ok) setFound({ for: asked, places: result.value.items });
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked, wanted, incidents]);
  const current = wanted && asked !== '';
  return { places: current ? found.places : [], searching: current && found.for !== asked };
}

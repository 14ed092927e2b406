import { memo } from 'react';
import { useNowSeconds } from '../state/clock';
import { clockText, isoDuration } from '../state/time';

/** Time since a moment, running. Re-renders alone once a second. */
export const Clock = memo(function Clock({ since, lateAfter }: { since: string; lateAfter?: number }) {
  const seconds = useNowSeconds() - Date.parse(since) / 1000;
  const late = lateAfter !== undefined && seconds > lateAfter;
  return (
    <time className={late ? 'clock late' : 'clock'} dateTime={isoDuration(seconds)}>
      {clockText(seconds)}
    </time>
  );
});

import { useEffect, useState } from 'react';

const PAUSE_MS = 800;

/** The big button changes its meaning with each tap: for a moment after one, another tap counts as the same. */
export function useAfterTap(): [settled: boolean, tapped: () => void] {
  const [settled, setSettled] = useState(true);
  useEffect(() => {
    if (settled) return;
    const timer = setTimeout(() => setSettled(true), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [settled]);
  return [settled, () => setSettled(false)];
}

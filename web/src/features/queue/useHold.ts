import { useEffect, useMemo, useRef } from 'react';

const KEYBOARD_MS = 5_000;

/**
 * When the list has to stand still: while the pointer is in it, and for five seconds after a key was pressed in it.
 * The focus alone does not hold it: it often stays where somebody clicked, and new incidents must not wait for that.
 */
export function useHold(hold: () => void, release: () => void) {
  const pointed = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const act = useRef({ hold, release });
  useEffect(() => {
    act.current = { hold, release };
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      onPointerEnter() {
        pointed.current = true;
        act.current.hold();
      },
      onPointerLeave() {
        pointed.current = false;
        act.current.release();
      },
      onKeyDownCapture() {
        act.current.hold();
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          if (!pointed.current) act.current.release();
        }, KEYBOARD_MS);
      },
    }),
    [],
  );
}

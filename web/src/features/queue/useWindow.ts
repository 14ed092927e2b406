import { useEffect, useState, type RefObject } from 'react';

const SPARE = 6;

/** Which rows of a long list are near the visible part; the others are not drawn. */
export function useWindow(box: RefObject<HTMLElement | null>, rowHeight: number, count: number) {
  const [range, setRange] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const height = element.clientHeight || 800;
      setRange((held) => (held.top === top && held.height === height ? held : { top, height }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [box, rowHeight]);
  const first = Math.max(0, Math.floor(range.top / rowHeight) - SPARE);
  const last = Math.min(count, Math.ceil((range.top + range.height) / rowHeight) + SPARE);
  return { first, last };
}

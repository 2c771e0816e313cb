import './sideways.css';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';

interface SidewaysProps {
  readonly className?: string;
  /** Makes the frame a stop of its own for the keyboard; not needed where there are stops within. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** What may be wider than a phone scrolls in its own frame, with a shadow at each edge that hides more of it. */
export function Sideways({ className = '', label, children }: SidewaysProps) {
  const frame = useRef<HTMLElement>(null);
  const more = useHidden(frame);
  return (
    <div className={`sideways ${className}`.trim()} data-more={more}>
      <section
        ref={frame}
        className="sideways__frame"
        aria-label={label}
        tabIndex={label === undefined ? undefined : 0}
      >
        {children}
      </section>
    </div>
  );
}

/** "right", "left right" or "": on which sides more is hidden than rounding explains. */
function useHidden(frame: RefObject<HTMLElement | null>): string {
  const [hidden, setHidden] = useState('');
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      const before = element.scrollLeft;
      const after = element.scrollWidth - element.clientWidth - before;
      setHidden([before > 1 ? 'left' : '', after > 1 ? 'right' : ''].filter(Boolean).join(' '));
    };
    // What it holds may grow while the frame does not.
    const sizes = new ResizeObserver(measure);
    for (const watched of [element, ...element.children]) sizes.observe(watched);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [frame]);
  return hidden;
}

import { useState } from 'react';

/** The newest value there has been: the old picture stays until the next is whole. */
export function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

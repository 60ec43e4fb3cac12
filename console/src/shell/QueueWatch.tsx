import { useEffect } from 'react';
import { useOpenCounts } from '../incidents/useOpenCounts';
import { useChimes } from '../sound/useChimes';
import { tabTitle } from './tab-title';

/** Watches the queue for whoever looks elsewhere: the count in the tab's title, and a sound. Draws nothing. */
export function QueueWatch() {
  const counts = useOpenCounts();
  const title = tabTitle(counts);
  useChimes(counts);
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = tabTitle(undefined);
    };
  }, [title]);
  return null;
}

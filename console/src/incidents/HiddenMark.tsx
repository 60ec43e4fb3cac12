import { EyeOff, TriangleAlert } from 'lucide-react';

/** On what neighbours may not see yet, with what a check found in it. */
export function HiddenMark({ flagged }: { flagged: string | null }) {
  return flagged === null ? (
    <span className="hidden-mark">
      <EyeOff />
      邻居还看不到
    </span>
  ) : (
    <span className="hidden-mark flagged">
      <TriangleAlert />
      {flagged}，邻居看不到
    </span>
  );
}

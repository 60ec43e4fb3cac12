import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { Neighbours } from '../useNeighbours';

interface DrawerToolsProps {
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

export function DrawerTools({ neighbours: { previous, next }, onGo, onClose }: DrawerToolsProps) {
  return (
    <div className="drawer-tools">
      <button
        type="button"
        className="icon-button"
        aria-label="上一件"
        title="上一件（k）"
        disabled={!previous}
        onClick={() => previous && onGo(previous)}
      >
        <ChevronUp />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="下一件"
        title="下一件（j）"
        disabled={!next}
        onClick={() => next && onGo(next)}
      >
        <ChevronDown />
      </button>
      <button type="button" className="icon-button" aria-label="关上" title="关上（Esc）" onClick={onClose}>
        <X />
      </button>
    </div>
  );
}

import { Button, Dropdown } from 'antd';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import { useUsualHelper } from '../useUsualHelper';
import { ConfirmForm } from './ConfirmForm';
import { MOVE_FORMS } from './forms';
import { MOVE_LABELS, type Move, movesOf } from './moves';
import { nextWords } from './next-words';
import { useDirectMove } from './useDirectMove';
import './next.css';

/** The foot of the drawer: the next of what the server allows is solid, the likely two stand beside it, the rest behind 「⋯」. */
export function NextStep({ incident }: { incident: IncidentDetail }) {
  const now = useNow();
  const [chosen, setChosen] = useState<Move | null>(null);
  const { moving, run } = useDirectMove(incident);
  const { lead, beside, more } = movesOf(incident);
  const helper = useUsualHelper(incident);
  const { title, reason } = nextWords(incident, lead, now, helper);
  const offered = [lead, ...beside, ...more];

  // What is no longer allowed closes by itself; what was written stays in its draft.
  const Form = chosen && offered.includes(chosen) ? MOVE_FORMS[chosen] : undefined;
  if (Form) {
    return (
      <footer className="next">
        <Form incident={incident} onClose={() => setChosen(null)} />
      </footer>
    );
  }
  const label = (move: Move) =>
    move === 'dispatch_assisted' && helper ? `派给${helper.organisation.name}` : MOVE_LABELS[move];
  const start = (move: Move) => (MOVE_FORMS[move] ? setChosen(move) : run(move));
  // Confirming has its own row, because it comes with a rating.
  const rowed = [lead, ...beside].filter((move): move is Move => move !== null && move !== 'confirm');
  return (
    <footer className="next">
      <div className="row between wrap">
        <b>{title}</b>
        <span className="note-text">{reason}</span>
      </div>
      {lead === 'confirm' && <ConfirmForm incident={incident} />}
      <div className="next-buttons">
        {rowed.map((move) => (
          <Button
            key={move}
            size="large"
            type={move === lead ? 'primary' : 'default'}
            className={move === lead ? 'next-solid' : 'next-other'}
            loading={moving === move}
            disabled={moving !== null && moving !== move}
            onClick={() => start(move)}
          >
            {label(move)}
          </Button>
        ))}
        {more.length > 0 && (
          <Dropdown
            trigger={['click']}
            placement="topRight"
            menu={{
              items: more.map((move) => ({ key: move, label: label(move) })),
              onClick: ({ key }) => start(key as Move),
            }}
          >
            <Button
              size="large"
              className="next-more"
              aria-label="还可以"
              title="还可以"
              icon={<Ellipsis />}
            />
          </Dropdown>
        )}
      </div>
    </footer>
  );
}

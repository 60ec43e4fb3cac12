import { HOME_USAGE_LABELS } from '@linli/shared';
import { Button } from 'antd';
import { FileText, House, Ruler } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { HomeDetail, HomeOwner } from '../../api/contract';
import { DrawerTools } from '../../incidents/drawer/DrawerTools';
import { DrawerWaiting } from '../../incidents/drawer/DrawerWaiting';
import type { Neighbours } from '../../incidents/useNeighbours';
import { CorrectOwnerForm } from './CorrectOwnerForm';
import { DescribeForm } from './DescribeForm';
import { areaText } from './home-views';
import { OwnersBefore, OwnersNow } from './OwnerCards';
import { TransferForm } from './TransferForm';
import { useHome } from './useHomes';
import '../../incidents/actions/next.css';
import '../../incidents/drawer/drawer.css';
import '../../incidents/drawer/cards.css';
import '../../tasks/tasks.css';

interface HomeDrawerProps {
  id: string;
  neighbours: Neighbours;
  onGo: (id: string) => void;
  onClose: () => void;
}

/** One home: who owns it, who did before, and what staff do about it by hand. */
export function HomeDrawer({ id, neighbours, onGo, onClose }: HomeDrawerProps) {
  const { data: home, error, refetch } = useHome(id);
  const tools = <DrawerTools neighbours={neighbours} onGo={onGo} onClose={onClose} />;
  if (home) return <OpenHome home={home}>{tools}</OpenHome>;
  return <DrawerWaiting label="房屋" tools={tools} error={error} onRetry={refetch} />;
}

function OpenHome({ home, children }: { home: HomeDetail; children: ReactNode }) {
  const [doing, setDoing] = useState<'transfer' | 'describe' | HomeOwner | null>(null);
  const close = () => setDoing(null);
  const label = [home.estateName, home.buildingName, home.entranceName, home.room].filter(Boolean).join(' ');
  return (
    <section className="drawer" aria-label={label}>
      <header className="drawer-head">
        <div className="row between drawer-head-top">
          <span className="tag">{HOME_USAGE_LABELS[home.usage]}</span>
          {children}
        </div>
        <h2>{label}</h2>
        <p className="row wrap drawer-place">
          <span className="row">
            <Ruler />
            {areaText(home.floorArea)}
          </span>
          <span className="row">
            <House />
            {home.floor} 层
          </span>
          {home.titleNumber && (
            <span className="row">
              <FileText />
              {home.titleNumber}
            </span>
          )}
        </p>
      </header>
      <div className="drawer-body one-column">
        <div className="drawer-main">
          <OwnersNow home={home} onCorrect={setDoing} />
          <OwnersBefore home={home} />
        </div>
      </div>
      <footer className="next">
        {doing === 'transfer' && <TransferForm home={home} onClose={close} />}
        {doing === 'describe' && <DescribeForm home={home} onClose={close} />}
        {doing !== null && typeof doing !== 'string' && (
          <CorrectOwnerForm key={doing.id} home={home} owner={doing} onClose={close} />
        )}
        {doing === null && (
          <div className="next-buttons">
            <Button type="primary" size="large" className="next-solid" onClick={() => setDoing('transfer')}>
              {home.owners.length === 0 ? '登记产权人' : '登记过户'}
            </Button>
            <Button size="large" className="next-other" onClick={() => setDoing('describe')}>
              改面积、用途、证号
            </Button>
          </div>
        )}
      </footer>
    </section>
  );
}

import type { InputRef } from 'antd';
import { MapPin, Plus, Wifi, WifiOff } from 'lucide-react';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { useOnline } from '../../clock/useOnline';
import { useMe } from '../../session/useMe';
import { SoundButton } from '../../sound/SoundButton';
import type { QueueFilters } from '../queue-filters';
import { useStaffCommunities } from '../useStaffCommunities';
import { SearchField } from './SearchField';
import './top-bar.css';

interface QueueTopBarProps {
  filters: QueueFilters;
  change: (some: Partial<QueueFilters>) => void;
  searchField: RefObject<InputRef>;
  failing: boolean;
}

export function QueueTopBar({ filters, change, searchField, failing }: QueueTopBarProps) {
  const communities = useStaffCommunities();
  const mayReportFor = useMe().permissions.includes('incident.report_for');
  return (
    <header className="top-bar">
      <h1>事件</h1>
      {communities.length > 0 && (
        <span className="where">
          <MapPin />
          {communities.length === 1 ? communities[0]?.community.name : `${communities.length} 个社区`}
        </span>
      )}
      <SearchField value={filters.q ?? ''} onSearch={(q) => change({ q })} field={searchField} />
      <span className="grow" />
      <ConnectionNote failing={failing} />
      <SoundButton />
      {mayReportFor && (
        <Link className="report-for" to="/report-for">
          <Plus />
          代居民报
        </Link>
      )}
    </header>
  );
}

function ConnectionNote({ failing }: { failing: boolean }) {
  const online = useOnline();
  const cut = !online || failing;
  return (
    <span className="note-text row connection" role="status">
      {cut ? <WifiOff /> : <Wifi />}
      {cut ? '还没连上，正在重试' : '有新事件会自己出现'}
    </span>
  );
}

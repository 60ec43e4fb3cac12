import { Button, type InputRef, Select } from 'antd';
import { MapPinOff, Plus, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PlaceSheet } from '../../api/contract';
import { SearchField } from '../../incidents/list/SearchField';
import { StatePanel } from '../../shell/StatePanel';
import { MakeForBuildings } from './MakeForBuildings';
import { MakePlaceForm } from './MakePlaceForm';
import { PlaceList } from './PlaceList';
import { type PlaceView, printAddress, readView, writeView } from './place-views';
import { type Retirement, RetirePlaceForm } from './RetirePlaceForm';
import { usePlaceCommunities, usePlaces } from './usePlaces';
import '../../incidents/list/top-bar.css';
import '../../incidents/list/queue.css';
import './places.css';

/** 二维码: the printed codes of a community, to be made, printed and taken out of use. */
export function PlacesPage() {
  const communities = usePlaceCommunities();
  const [params, setParams] = useSearchParams();
  const view = readView(params);
  const community = communities.find(({ id }) => id === view.communityId) ?? communities[0];
  if (!community) return <StatePanel icon={<MapPinOff />} title="您名下还没有社区" />;
  return (
    <CommunityPlaces
      key={community.id}
      community={community}
      communities={communities}
      view={view}
      change={(some) => setParams(writeView({ ...view, page: 1, ...some }), { replace: true })}
    />
  );
}

interface CommunityPlacesProps {
  community: { id: string; name: string };
  communities: { id: string; name: string }[];
  view: PlaceView;
  change: (some: Partial<PlaceView>) => void;
}

function CommunityPlaces({ community, communities, view, change }: CommunityPlacesProps) {
  const places = usePlaces(community.id, view);
  const navigate = useNavigate();
  const searchField = useRef<InputRef>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [making, setMaking] = useState(false);
  const [retiring, setRetiring] = useState<{ place: PlaceSheet; how: Retirement } | null>(null);
  const without = places.data?.buildingsWithout ?? [];
  const choose = (codes: string[], on: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const code of codes) on ? next.add(code) : next.delete(code);
      return next;
    });
  return (
    <section className="queue" aria-label="二维码">
      <div className="filters places-filters">
        {communities.length > 1 && (
          <Select
            aria-label="社区"
            value={community.id}
            options={communities.map(({ id, name }) => ({ value: id, label: name }))}
            popupMatchSelectWidth={false}
            onChange={(communityId: string) => change({ communityId })}
          />
        )}
        <SearchField
          label="搜地方、地址或者码"
          value={view.q ?? ''}
          onSearch={(q) => change({ q })}
          field={searchField}
        />
        <span className="grow" />
        <MakeForBuildings
          communityId={community.id}
          buildings={without}
          onMade={() => change({ revoked: false })}
        />
        <Button icon={<Plus />} onClick={() => setMaking(true)}>
          做一个码
        </Button>
        <Button
          type="primary"
          icon={<Printer />}
          disabled={chosen.size === 0}
          onClick={() => navigate(printAddress(community.id, [...chosen]))}
        >
          {chosen.size > 0 ? `打印 ${chosen.size} 张` : '先勾选再打印'}
        </Button>
      </div>
      <PlaceList
        places={places}
        view={view}
        change={change}
        chosen={chosen}
        onChoose={choose}
        onRetire={(place, how) => setRetiring({ place, how })}
      />
      {making && <MakePlaceForm communityId={community.id} onClose={() => setMaking(false)} />}
      {retiring && (
        <RetirePlaceForm
          {...retiring}
          onClose={() => setRetiring(null)}
          onDone={(next) => {
            choose([retiring.place.code], false);
            if (next) choose([next], true);
            setRetiring(null);
          }}
        />
      )}
    </section>
  );
}

import { type InputRef, Select } from 'antd';
import { FileUp, MapPinOff } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { HomeEstate } from '../../api/contract';
import { FilterSelect } from '../../incidents/list/FilterSelect';
import { SearchField } from '../../incidents/list/SearchField';
import { useListKeys } from '../../incidents/list/useListKeys';
import { useNeighbours } from '../../incidents/useNeighbours';
import { StatePanel } from '../../shell/StatePanel';
import { EstateFacts } from './EstateFacts';
import { HomeDrawer } from './HomeDrawer';
import { HomeList } from './HomeList';
import { type HomeCommunity, type HomeView, readView, useHomeCommunities, writeView } from './home-views';
import { useHomeEstates, useHomes } from './useHomes';
import '../../incidents/incidents.css';
import '../../incidents/list/top-bar.css';
import '../../incidents/list/queue.css';
import './homes.css';

const ROOT = '/community/homes';

/** 房屋: every door of a community, who owns it, and beside it the home that the address names. */
export function HomesPage() {
  const communities = useHomeCommunities();
  const [params] = useSearchParams();
  const view = readView(params);
  const community = communities.find(({ id }) => id === view.communityId) ?? communities[0];
  if (!community) return <StatePanel icon={<MapPinOff />} title="您名下还没有社区" />;
  return <CommunityHomes key={community.id} {...{ community, communities, view }} />;
}

interface CommunityHomesProps {
  community: HomeCommunity;
  communities: HomeCommunity[];
  view: HomeView;
}

const NONE: { id: string }[] = [];

function CommunityHomes({ community, communities, view }: CommunityHomesProps) {
  const { id: openId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [, setParams] = useSearchParams();
  const homes = useHomes(community.id, view);
  const estates = useHomeEstates(community.id);
  const searchField = useRef<InputRef>(null);
  const items = homes.data?.items ?? NONE;
  const neighbours = useNeighbours(items, openId);
  const open = useCallback(
    (id: string) => navigate({ pathname: `${ROOT}/${id}`, search }, { replace: openId !== undefined }),
    [navigate, search, openId],
  );
  const close = () => navigate({ pathname: ROOT, search });
  const [cursor, setCursor] = useListKeys({ items, openId, open, close });
  const change = (some: Partial<HomeView>) =>
    setParams(writeView({ ...view, page: 1, ...some }), { replace: true });
  const all = estates.data?.items ?? [];
  const estate = all.find(({ id }) => id === view.estateId);
  return (
    <div className={openId ? 'work with-drawer' : 'work'}>
      <section className="queue" aria-label="房屋列表">
        <div className="filters homes-filters">
          {communities.length > 1 && (
            <Select
              aria-label="社区"
              value={community.id}
              options={communities.map(({ id, name }) => ({ value: id, label: name }))}
              popupMatchSelectWidth={false}
              onChange={(communityId: string) =>
                change({ communityId, estateId: undefined, buildingId: undefined })
              }
            />
          )}
          <FilterSelect
            label="小区"
            value={view.estateId}
            options={all.flatMap(({ id, name }) => (id === null ? [] : [{ value: id, label: name }]))}
            onChange={(estateId) => change({ estateId, buildingId: undefined })}
          />
          <FilterSelect
            label="楼栋"
            searchable
            value={view.buildingId}
            options={buildingChoices(all, estate)}
            onChange={(buildingId) => change({ buildingId })}
          />
          <SearchField
            label="搜地址、产权人或完整电话"
            value={view.q ?? ''}
            onSearch={(q) => change({ q })}
            field={searchField}
          />
          <span className="grow" />
          {community.whole && (
            <Link className="report-for" to={`${ROOT}/import?community=${community.id}`}>
              <FileUp />
              导入表格
            </Link>
          )}
        </div>
        <EstateFacts estates={estate ? [estate] : all} />
        <HomeList
          homes={homes}
          view={view}
          change={change}
          openId={openId}
          cursor={cursor}
          onPoint={setCursor}
          importable={community.whole}
        />
      </section>
      {openId && <HomeDrawer key={openId} id={openId} neighbours={neighbours} onGo={open} onClose={close} />}
    </div>
  );
}

/** Every building by its whole name; of one estate, by its own. */
function buildingChoices(estates: readonly HomeEstate[], chosen: HomeEstate | undefined) {
  return (chosen ? [chosen] : estates).flatMap((estate) =>
    estate.buildings.map(({ id, name }) => ({
      value: id,
      label: chosen || estate.id === null ? name : `${estate.name} ${name}`,
    })),
  );
}

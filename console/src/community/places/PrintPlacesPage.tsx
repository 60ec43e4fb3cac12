import { LIMITS } from '@linli/shared';
import { Button, Segmented } from 'antd';
import { ArrowLeft, Printer, SearchX } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '../../api/problem';
import { ErrorState } from '../../shell/ErrorState';
import { PageSkeleton } from '../../shell/PageSkeleton';
import { StatePanel } from '../../shell/StatePanel';
import { PlaceSheetPaper } from './PlaceSheetPaper';
import { useDutyPhoneOf, usePlacesOf } from './usePlaces';
import './print.css';

/** How many sheets go on one page of A4: to hang up, or to cut and stick on. */
const PER_PAGE = [1, 4] as const;

/** The chosen codes as they will come out of the printer; the browser prints them, or saves them as a PDF. */
export function PrintPlacesPage() {
  const [params, setParams] = useSearchParams();
  const communityId = params.get('community') ?? '';
  const codes = (params.get('codes') ?? '').split(',').filter(Boolean).slice(0, LIMITS.placesAtOnce);
  const perPage = PER_PAGE.find((one) => String(one) === params.get('per')) ?? 1;
  const places = usePlacesOf(communityId, codes);
  const duty = useDutyPhoneOf(communityId);
  const items = places.data?.items ?? [];
  const back = `/community/places${communityId && `?community=${communityId}`}`;
  const missing = codes.length - items.length;
  return (
    <main className="print-desk">
      <header className="print-bar">
        <Link className="icon-button" to={back} aria-label="回到二维码" title="回到二维码">
          <ArrowLeft />
        </Link>
        <h1>打印二维码</h1>
        <Segmented
          aria-label="一页几张"
          value={perPage}
          options={[
            { value: 1, label: '一页一张' },
            { value: 4, label: '一页四张' },
          ]}
          onChange={(per) => setParams({ community: communityId, codes: codes.join(','), per: String(per) })}
        />
        <span className="grow" />
        <Button
          type="primary"
          icon={<Printer />}
          disabled={items.length === 0 || duty.isFetching}
          onClick={() => window.print()}
        >
          打印
        </Button>
      </header>
      {missing > 0 && places.data && (
        <p className="print-note" role="status">
          有 {missing} 个码已经停用或者不归您管，没有放进来。
        </p>
      )}
      {items.length > 0 && duty.isError && !duty.data && (
        <p className="print-note" role="alert">
          没有读到社区的值班电话，现在打印，纸上就没有。
          <Button size="small" onClick={() => duty.refetch()}>
            再试一次
          </Button>
        </p>
      )}
      {items.length > 0 && duty.data?.phone === null && (
        <p className="print-note" role="status">
          社区还没有填值班电话，纸上就没有。书记在「设置」的「值班电话」里填好，再来打印。
        </p>
      )}
      {places.isLoading && <PageSkeleton />}
      {places.isError && <ErrorState problem={asProblem(places.error)} onRetry={() => places.refetch()} />}
      {(codes.length === 0 || (places.data && items.length === 0)) && (
        <StatePanel icon={<SearchX />} title="没有可以打印的码" note="回到列表，勾选以后再来。" />
      )}
      <div className={`papers per-${perPage}`}>
        {items.map((place) => (
          <PlaceSheetPaper
            key={place.id}
            place={place}
            communityName={places.data?.communityName ?? ''}
            dutyPhone={duty.data?.phone ?? null}
          />
        ))}
      </div>
    </main>
  );
}

import { momentWords, PLACE_REVOCATION_LABELS } from '@linli/shared';
import { Button, Checkbox } from 'antd';
import type { PlaceSheet } from '../../api/contract';
import { useNow } from '../../clock/useNow';
import type { Retirement } from './RetirePlaceForm';
import '../../incidents/list/incident-table.css';

interface PlaceTableProps {
  items: PlaceSheet[];
  revoked: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (codes: string[], on: boolean) => void;
  onRetire: (place: PlaceSheet, how: Retirement) => void;
}

export function PlaceTable({ items, revoked, chosen, onChoose, onRetire }: PlaceTableProps) {
  const codes = items.map(({ code }) => code);
  const held = codes.filter((code) => chosen.has(code)).length;
  return (
    <table className="incident-table place-table">
      <thead>
        <tr>
          {!revoked && (
            <th className="col-choose">
              <Checkbox
                aria-label="这一页都勾上"
                checked={held === codes.length}
                indeterminate={held > 0 && held < codes.length}
                onChange={(e) => onChoose(codes, e.target.checked)}
              />
            </th>
          )}
          <th>地方</th>
          <th className="col-place-code">码</th>
          <th className="col-place-grid">网格</th>
          <th className="col-when">{revoked ? '停用' : '做于'}</th>
          <th className="col-place-acts">{revoked ? '后来' : ''}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((place) => (
          <Row
            key={place.id}
            place={place}
            chosen={chosen.has(place.code)}
            onChoose={onChoose}
            onRetire={onRetire}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<PlaceTableProps, 'onChoose' | 'onRetire'> {
  place: PlaceSheet;
  chosen: boolean;
}

function Row({ place, chosen, onChoose, onRetire }: RowProps) {
  const now = useNow();
  const { code, label, address, grid, createdAt, revokedAt, revokedWhy, replacedByCode } = place;
  return (
    <tr className={chosen ? 'sel' : ''} data-row={place.id}>
      {revokedAt === null && (
        <td className="col-choose">
          <Checkbox
            aria-label={`勾选 ${label}`}
            checked={chosen}
            onChange={(e) => onChoose([code], e.target.checked)}
          />
        </td>
      )}
      <td>
        <div className="ellipsis">{label}</div>
        <div className="note-text ellipsis">{address}</div>
      </td>
      <td className="col-place-code">{code}</td>
      <td className="col-place-grid">
        <div className="ellipsis">{grid?.name ?? '不在网格里'}</div>
      </td>
      <td className="col-when">{momentWords(revokedAt ?? createdAt, now)}</td>
      <td className="col-place-acts">
        {revokedAt === null ? (
          <>
            <Button type="link" onClick={() => onRetire(place, 'reissue')}>
              换新码
            </Button>
            <Button type="link" onClick={() => onRetire(place, 'revoke')}>
              停用
            </Button>
          </>
        ) : (
          <>
            <div className="ellipsis">{replacedByCode ? `换成了 ${replacedByCode}` : '没有换新'}</div>
            <div className="note-text ellipsis">{revokedWhy ? PLACE_REVOCATION_LABELS[revokedWhy] : ''}</div>
          </>
        )}
      </td>
    </tr>
  );
}

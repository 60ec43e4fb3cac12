import { HOME_IMPORT_STATE_LABELS, LIMITS, momentWords } from '@linli/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { ArrowLeft, Download, FileUp, MapPinOff } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answered } from '../../api/answered';
import { api } from '../../api/client';
import type { HomeImport } from '../../api/contract';
import { newId } from '../../api/new-id';
import { asProblem } from '../../api/problem';
import { useNow } from '../../clock/useNow';
import { Field } from '../../forms/Field';
import { useDownload } from '../../hotline/useDownload';
import { Waiting } from '../../settings/Waiting';
import { StatePanel } from '../../shell/StatePanel';
import { useHomeCommunities } from './home-views';
import { OpenImport } from './OpenImport';
import { sendHomeSheet, useHomeImports } from './useHomes';
import '../../incidents/list/top-bar.css';
import '../../hotline/hotline.css';
import './homes.css';

const OVER: readonly HomeImport['state'][] = ['done', 'refused', 'abandoned'];

/** A ledger of homes and owners on its way in: sent, looked through by the server, looked at, confirmed. */
export function ImportHomesPage() {
  const communities = useHomeCommunities().filter(({ whole }) => whole);
  const [params] = useSearchParams();
  const community = communities.find(({ id }) => id === params.get('community')) ?? communities[0];
  const { loading, download } = useDownload();
  if (!community) return <StatePanel icon={<MapPinOff />} title="您名下还没有社区" />;
  return (
    <div className="page-scroll">
      <section className="import-panel homes-import" aria-label="导入房屋和产权人">
        <div className="row wrap">
          <Link
            className="icon-button"
            to={`/community/homes?community=${community.id}`}
            aria-label="回到房屋"
            title="回到房屋"
          >
            <ArrowLeft />
          </Link>
          <h2>{community.name} 导入房屋和产权人</h2>
          <span className="grow" />
          <Button
            icon={<Download />}
            loading={loading}
            onClick={() =>
              download(() => api.GET('/api/home-imports/template', { parseAs: 'blob' }), '房屋和产权人.xlsx')
            }
          >
            下载空表
          </Button>
        </div>
        <Import key={community.id} communityId={community.id} />
      </section>
    </div>
  );
}

function Import({ communityId }: { communityId: string }) {
  const imports = useHomeImports(communityId);
  if (!imports.data)
    return (
      <Waiting
        problem={imports.isError ? asProblem(imports.error) : null}
        onRetry={() => imports.refetch()}
      />
    );
  const { items } = imports.data;
  const open = items.find(({ state }) => !OVER.includes(state));
  return (
    <>
      {open ? (
        <OpenImport key={open.id} id={open.id} />
      ) : (
        <SendSheet communityId={communityId} latest={items[0]} />
      )}
      <Latest items={items.filter(({ state }) => OVER.includes(state))} />
    </>
  );
}

function SendSheet({ communityId, latest }: { communityId: string; latest: HomeImport | undefined }) {
  const queries = useQueryClient();
  // The id stays while its outcome is unknown, so that pressing again is the same file.
  const [sending, setSending] = useState<{ id: string; file: File } | null>(null);
  const send = useMutation({
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      answered<HomeImport>(sendHomeSheet(id, communityId, file)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/api/home-imports'] }),
  });
  const refused = latest?.state === 'refused' ? latest.refusal : null;
  return (
    <Field
      label="业主台账（.xlsx）"
      hint={`要有楼栋、房号、建筑面积；小区、单元、产权人、电话、份额有就写。最多 ${LIMITS.homeImportRows} 行。先给您看一遍，确认了才写入。`}
      error={send.error ? asProblem(send.error).title : sending ? null : refused}
    >
      <div className="row wrap">
        <label className="report-for import-choose">
          <FileUp />
          {send.isPending ? '正在传' : '选表格'}
          <input
            id="homes-file"
            className="visually-hidden"
            type="file"
            accept=".xlsx"
            disabled={send.isPending}
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (!file) return;
              const next = { id: newId(), file };
              setSending(next);
              send.mutate(next);
              // The same file, put right, may be chosen again.
              e.target.value = '';
            }}
          />
        </label>
        {send.isError && sending && <Button onClick={() => send.mutate(sending)}>再传一次</Button>}
      </div>
    </Field>
  );
}

function Latest({ items }: { items: HomeImport[] }) {
  const now = useNow();
  if (items.length === 0) return null;
  return (
    <section aria-label="以前导入的">
      <b>以前导入的</b>
      <ul className="imports-before">
        {items.map(({ id, state, fileName, sentByName, sentByMe, sentAt, rowCount, refusal }) => (
          <li key={id}>
            <span className="tag">{HOME_IMPORT_STATE_LABELS[state]}</span>
            {fileName !== null && <span className="import-name">{fileName}</span>}
            <span className="note-text">
              {momentWords(sentAt, now)} {sentByMe ? '您' : sentByName} 传的
              {rowCount !== null && ` · ${rowCount} 行`}
            </span>
            {state === 'refused' && refusal && <p className="import-why">{refusal}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

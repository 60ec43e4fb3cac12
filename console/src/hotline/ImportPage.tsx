import { momentWords } from '@linli/shared';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { ArrowLeft, Download, FileUp } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { answered } from '../api/answered';
import { api } from '../api/client';
import type { HotlineImport, HotlineImportRow } from '../api/contract';
import { newId } from '../api/new-id';
import { asProblem } from '../api/problem';
import { useNow } from '../clock/useNow';
import { Field } from '../forms/Field';
import { useStaffCommunities } from '../incidents/useStaffCommunities';
import { useDownload } from './useDownload';
import { sendSheet } from './useHotline';
import '../incidents/list/top-bar.css';
import './hotline.css';

/** A list of orders from the hotline: chosen, looked at row by row, then taken in whole. */
export function ImportPage() {
  const communities = useStaffCommunities();
  const [chosen, setChosen] = useState<string | null>(null);
  const communityId = chosen ?? communities[0]?.community.id ?? null;
  const { loading, download } = useDownload();
  return (
    <>
      <header className="top-bar">
        <Link className="icon-button" to="/hotline" aria-label="回到工单" title="回到工单">
          <ArrowLeft />
        </Link>
        <h1>导入工单</h1>
        <span className="grow" />
        <Button
          icon={<Download />}
          loading={loading}
          onClick={() =>
            download(() => api.GET('/api/hotline-orders/template', { parseAs: 'blob' }), '工单导入表.xlsx')
          }
        >
          下载空表
        </Button>
      </header>
      <div className="page-scroll">
        <section className="import-panel" aria-label="导入工单">
          {communities.length > 1 && (
            <Field label="哪个社区">
              <Select
                aria-label="哪个社区"
                value={communityId}
                options={communities.map(({ community: { id, name } }) => ({ value: id, label: name }))}
                onChange={setChosen}
              />
            </Field>
          )}
          {communityId && <Import key={communityId} communityId={communityId} />}
        </section>
      </div>
    </>
  );
}

function Import({ communityId }: { communityId: string }) {
  const [file, setFile] = useState<File | null>(null);
  const [id, setId] = useState(newId);
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const preview = useMutation({
    mutationFn: (sheet: File) => answered<HotlineImport>(sendSheet(newId(), communityId, sheet)),
  });
  // The id stays while its outcome is unknown, so that pressing again cannot take the list in twice.
  const take = useMutation({
    mutationFn: ({ sheet, fileHash }: { sheet: File; fileHash: string }) =>
      answered<HotlineImport>(sendSheet(id, communityId, sheet, fileHash)),
    onSuccess: ({ newCount }) => {
      void message.success(`导入了 ${newCount} 张工单`);
      void queries.invalidateQueries({ queryKey: ['get', '/api/hotline-orders'] });
      void queries.invalidateQueries({ queryKey: ['get', '/api/incidents'] });
      navigate('/hotline');
    },
  });
  const problem = preview.error ?? take.error;
  const seen = preview.data;
  return (
    <>
      <Field
        label="热线给的 .xlsx 表格"
        hint="要有工单编号、诉求内容、办理时限这几列。先给您看一遍，确认了才导入。"
        error={problem ? asProblem(problem).title : null}
      >
        <label className="report-for import-choose">
          <FileUp />
          {file ? '换一个表格' : '选表格'}
          <input
            id="hotline-file"
            className="visually-hidden"
            type="file"
            accept=".xlsx"
            onChange={(e) => {
              const sheet = e.target.files?.[0] ?? null;
              setFile(sheet);
              setId(newId());
              take.reset();
              preview.reset();
              if (sheet) preview.mutate(sheet);
              // The same file, put right, may be chosen again.
              e.target.value = '';
            }}
          />
        </label>
      </Field>
      {preview.isPending && <p role="status">正在看 {file?.name}……</p>}
      {seen && file && (
        <>
          <p role="status">
            <b>{file.name}</b>：新的 {seen.newCount} 张
            {seen.knownCount > 0 && `，录过的 ${seen.knownCount} 张（不会重复录）`}
            {seen.wrongCount > 0 && `，要改的 ${seen.wrongCount} 行`}。
          </p>
          {seen.wrongCount > 0 && (
            <p className="notice wait" role="alert">
              请在表格里把标出来的几行改好，再选一次文件。改好之前一张也不会导入。
            </p>
          )}
          <div className="row wrap">
            <Button
              type="primary"
              size="large"
              disabled={seen.wrongCount > 0 || seen.newCount === 0}
              loading={take.isPending}
              onClick={() => take.mutate({ sheet: file, fileHash: seen.fileHash })}
            >
              {seen.newCount > 0 ? `导入 ${seen.newCount} 张` : '没有新的工单'}
            </Button>
            <Link className="text-link" to="/hotline">
              先不导入
            </Link>
          </div>
          <ImportRows rows={seen.rows} />
        </>
      )}
    </>
  );
}

const OUTCOMES: Record<HotlineImportRow['outcome'], string> = { new: '新的', known: '录过了', wrong: '要改' };

function ImportRows({ rows }: { rows: HotlineImportRow[] }) {
  const now = useNow();
  return (
    <div className="import-rows">
      <table>
        <thead>
          <tr>
            <th>行</th>
            <th>结果</th>
            <th>工单编号</th>
            <th>内容</th>
            <th>地点 · 类别</th>
            <th>时限</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} className={row.outcome}>
              <td>{row.row}</td>
              <td>{OUTCOMES[row.outcome]}</td>
              <td>{row.outsideNumber}</td>
              <td>
                {row.title}
                {row.errors.map((error) => (
                  <p key={error} className="field-error">
                    {error}
                  </p>
                ))}
              </td>
              <td>
                {[row.placeLabel, row.categoryLabel].filter(Boolean).join(' · ')}
                {row.notes.map((note) => (
                  <p key={note} className="note-text">
                    {note}
                  </p>
                ))}
              </td>
              <td>{row.outsideDueAt && momentWords(row.outsideDueAt, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

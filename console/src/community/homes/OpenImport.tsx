import { momentWords } from '@linli/shared';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { Download } from 'lucide-react';
import { api } from '../../api/client';
import type { HomeImport } from '../../api/contract';
import { asProblem } from '../../api/problem';
import { useAction } from '../../api/useAction';
import { useNow } from '../../clock/useNow';
import { useDownload } from '../../hotline/useDownload';
import { Waiting } from '../../settings/Waiting';
import { ImportFindings } from './ImportFindings';
import { useHomeImport } from './useHomes';

/** A file under way: how far it is, what was found in it, and what can be done with it. */
export function OpenImport({ id }: { id: string }) {
  const { data: file, isError, error, refetch } = useHomeImport(id);
  if (!file) return <Waiting problem={isError ? asProblem(error) : null} onRetry={() => refetch()} />;
  return (
    <>
      <Whose file={file} />
      {file.state === 'ready' && file.findings !== null ? (
        <Ready file={file} findings={file.findings} />
      ) : (
        <UnderWay file={file} />
      )}
    </>
  );
}

/** Whose file it is: nobody confirms or gives up a colleague's as if it were their own. */
function Whose({ file: { sentByMe, sentByName, sentAt, fileName, state } }: { file: HomeImport }) {
  const now = useNow();
  const sent = `${momentWords(sentAt, now)} 传的${fileName === null ? '一份表格' : `《${fileName}》`}`;
  if (sentByMe) return <p>您 {sent}</p>;
  return (
    <p className="notice wait">
      这是{sentByName} {sent}
      {state === 'ready' && '，等着确认。确认或者换掉以前，先和对方说一声。'}
    </p>
  );
}

function UnderWay({ file }: { file: HomeImport }) {
  const { state, rowCount, rowsChecked } = file;
  const words =
    state === 'applying'
      ? '正在写入，要么全部写好，要么一户也不写'
      : rowCount === null
        ? '正在打开表格'
        : `正在核对，${rowsChecked} / ${rowCount} 行`;
  return (
    <div role="status" className="import-progress">
      <p>
        <b>{words}</b>
      </p>
      <Progress
        percent={rowCount ? Math.floor((rowsChecked / rowCount) * 100) : 0}
        status="active"
        showInfo={false}
        aria-label="进度"
      />
      <p className="note-text">可以先去做别的，关掉这一页也会继续。</p>
    </div>
  );
}

type Findings = NonNullable<HomeImport['findings']>;

function Ready({ file, findings }: { file: HomeImport; findings: Findings }) {
  const { loading, download } = useDownload();
  const confirm = useFileAction('收到，正在写入', (actionId, planHash: string) =>
    api.POST('/api/home-imports/{id}/confirm', {
      params: { path: { id: file.id } },
      body: { actionId, planHash },
    }),
  );
  const abandon = useFileAction('这份表格放弃了，名册没有改动', (actionId, _: null) =>
    api.POST('/api/home-imports/{id}/abandon', { params: { path: { id: file.id } }, body: { actionId } }),
  );
  const { newHomes, changedHomes } = findings.counts;
  const wrong = findings.problemRows > 0;
  const nothing = newHomes + changedHomes === 0;
  return (
    <>
      {file.refusal && (
        <p className="notice wait" role="alert">
          {file.refusal}
        </p>
      )}
      <ImportFindings findings={findings} rowCount={file.rowCount ?? 0} />
      <div className="row wrap">
        {wrong ? (
          <Button
            type="primary"
            size="large"
            icon={<Download />}
            loading={loading}
            onClick={() =>
              download(
                () =>
                  api.GET('/api/home-imports/{id}/problems', {
                    params: { path: { id: file.id } },
                    parseAs: 'blob',
                  }),
                '要改的地方.xlsx',
              )
            }
          >
            下载要改的地方
          </Button>
        ) : (
          <Button
            type="primary"
            size="large"
            disabled={nothing || file.planHash === null}
            loading={confirm.pending}
            onClick={() => file.planHash && confirm.run(file.planHash)}
          >
            {nothing ? '和名册一样，不用导入' : `确认导入 ${newHomes + changedHomes} 户`}
          </Button>
        )}
        {!wrong && !nothing && (
          <Button
            size="large"
            icon={<Download />}
            loading={loading}
            onClick={() =>
              download(
                () =>
                  api.GET('/api/home-imports/{id}/changes', {
                    params: { path: { id: file.id } },
                    parseAs: 'blob',
                  }),
                '会改变什么.xlsx',
              )
            }
          >
            下载全部变化
          </Button>
        )}
        <Button size="large" loading={abandon.pending} onClick={() => abandon.run(null)}>
          {wrong ? '改好了，换一份' : nothing ? '知道了' : '先不导入'}
        </Button>
      </div>
    </>
  );
}

function useFileAction<Body>(say: string, send: Parameters<typeof useAction<Body, HomeImport>>[0]['send']) {
  const queries = useQueryClient();
  const ONE = ['get', '/api/home-imports/{id}'];
  return useAction<Body, HomeImport>({
    ...{ send, say, keep: () => void queries.invalidateQueries({ queryKey: ONE }) },
    stale: [ONE],
    touches: [ONE, ['get', '/api/home-imports'], ['get', '/api/homes'], ['get', '/api/homes/estates']],
  });
}

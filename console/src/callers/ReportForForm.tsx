import { LIMITS } from '@linli/shared';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { $api, api } from '../api/client';
import type { IncidentForResident, ReportForResident } from '../api/contract';
import { newId } from '../api/new-id';
import { fieldMessage } from '../api/problem';
import { useAction } from '../api/useAction';
import { Field } from '../forms/Field';
import { useDraftOf } from '../forms/useDraft';
import { PhotoTray } from '../incidents/photos/PhotoTray';
import { notReady, sentIds, usePhotoTray } from '../incidents/photos/usePhotoTray';
import { PlaceFields } from './PlaceFields';
import { emptyReport, isReportDraft, missingIn, type ReportDraft, reportOf } from './report-draft';

export function ReportForForm({ onDone }: { onDone: (reported: IncidentForResident) => void }) {
  const [stored, keep] = useDraftOf<ReportDraft | null>('report-for', null, isReportDraft);
  const [first] = useState(() => emptyReport(newId()));
  const draft = stored ?? first;
  const change = (some: Partial<ReportDraft>) => keep({ ...draft, ...some });
  const [tried, setTried] = useState(false);
  const tray = usePhotoTray(LIMITS.photosPerIncident);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const categories = $api.useQuery(
    'get',
    '/api/incident-categories',
    {},
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const report = useAction({
    send: (_, body: ReportForResident) => api.POST('/api/incidents/for-resident', { body }),
    say: '报上了',
    keep: ({ incident }: IncidentForResident) =>
      queries.setQueryData(
        $api.queryOptions('get', '/api/incidents/{id}', { params: { path: { id: incident.id } } }).queryKey,
        incident,
      ),
    after: (reported) => {
      keep(null);
      onDone(reported);
    },
    arrivedBefore: ({ id }) => {
      keep(null);
      navigate(`/incidents/${id}`, { replace: true });
      return '上次其实报上了，这是当时的内容，请核对';
    },
    stale: [],
    touches: [['get', '/api/incidents']],
  });
  const photoIds = sentIds(tray.photos);
  const missing = missingIn(draft, photoIds.length);
  const waiting = notReady(tray.photos);
  const said = (field: keyof typeof missing, sent: string) =>
    (tried && missing[field]) || fieldMessage(report.problem, sent);

  return (
    <form
      className="caller-form"
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        setTried(true);
        if (Object.keys(missing).length === 0 && !waiting) report.run(reportOf(draft, photoIds));
      }}
    >
      <div className="caller-who">
        <Field id="caller-name" label="怎么称呼" error={said('callerName', 'caller.name')}>
          <Input
            id="caller-name"
            autoFocus
            maxLength={LIMITS.personNameChars}
            value={draft.callerName}
            placeholder="比如：李阿姨"
            onChange={(e) => change({ callerName: e.target.value })}
          />
        </Field>
        <Field id="caller-phone" label="手机号（可以不填）" error={said('phone', 'caller.phone')}>
          <Input
            id="caller-phone"
            inputMode="tel"
            maxLength={11}
            value={draft.phone}
            placeholder="有了好回访"
            onChange={(e) => change({ phone: e.target.value })}
          />
        </Field>
      </div>
      <Field id="caller-words" label="什么事" error={said('description', 'description')}>
        <Input.TextArea
          id="caller-words"
          rows={3}
          maxLength={LIMITS.descriptionChars}
          value={draft.description}
          placeholder="按居民说的写，比如：3 号楼 2 单元楼道灯不亮"
          onChange={(e) => change({ description: e.target.value })}
        />
      </Field>
      <Field label="类别" error={said('categoryCode', 'categoryCode')}>
        <Radio.Group
          aria-label="类别"
          optionType="button"
          options={categories.data?.items.map(({ code, label }) => ({ value: code, label })) ?? []}
          value={draft.categoryCode}
          onChange={(e) => change({ categoryCode: e.target.value })}
        />
      </Field>
      <PlaceFields draft={draft} change={change} wrong={said('place', 'buildingId')} />
      <Field label="照片（可以没有）" error={tried && waiting}>
        <PhotoTray tray={tray} limit={LIMITS.photosPerIncident} />
      </Field>
      <div className="row">
        <Button type="primary" size="large" htmlType="submit" loading={report.pending}>
          替居民报上
        </Button>
        <span className="note-text">您和居民的名字都会记下，邻居都看不到。</span>
      </div>
    </form>
  );
}

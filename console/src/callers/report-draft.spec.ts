import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { emptyReport, isReportDraft, missingIn, reportOf } from './report-draft';

const whole = {
  ...emptyReport('an-id'),
  callerName: ' 李阿姨 ',
  categoryCode: 'lighting',
  buildingId: 'building-3',
  description: '灯不亮 ',
};

describe('a report typed in for a caller', () => {
  it('says everything that is missing at once, each beside its field', () => {
    assert.deepEqual(Object.keys(missingIn(emptyReport('an-id'), 0)), [
      'callerName',
      'categoryCode',
      'place',
      'description',
    ]);
    assert.deepEqual(missingIn(whole, 0), {});
    assert.deepEqual(missingIn({ ...whole, description: '' }, 1), {});
  });

  it('needs no phone, but a whole one', () => {
    assert.deepEqual(Object.keys(missingIn({ ...whole, phone: '1380000' }, 0)), ['phone']);
    assert.deepEqual(missingIn({ ...whole, phone: '13800000000' }, 0), {});
  });

  it('sends a building rather than a point, and nothing that is empty', () => {
    const point = { lng: 115.98, lat: 36.45 };
    assert.deepEqual(reportOf({ ...whole, point }, []), {
      id: 'an-id',
      categoryCode: 'lighting',
      description: '灯不亮',
      photoIds: [],
      caller: { name: '李阿姨' },
      buildingId: 'building-3',
    });
    assert.deepEqual(reportOf({ ...whole, buildingId: null, point }, []).location, {
      ...point,
      system: 'gcj02',
    });
  });

  it('reads back its own drafts and no others', () => {
    assert.ok(isReportDraft(JSON.parse(JSON.stringify(whole))));
    for (const other of [null, {}, { id: 1 }, 'text']) assert.ok(!isReportDraft(other));
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LIMITS } from '@linli/shared';
import { type Answer, ask, assertProblem } from './support/api.js';
import { enterOrder } from './support/hotline.js';
import { moveIn, type Neighbourhood } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { type CellValue, cellsOf, sheetOf, uploadOf } from './support/sheets.js';

let here: Neighbourhood;
before(async () => {
  here = await moveIn();
});
after(() => here?.close());

const HEADER = ['工单编号', '受理时间', '办理时限', '来电人', '联系电话', '诉求内容', '事发地址', '类别'];
const TITLE = ['12345 热线交办清单'];
const row = (number: CellValue, change: Record<number, CellValue> = {}): CellValue[] =>
  [
    number,
    '2026-01-05 09:30',
    '2099-01-08',
    '李女士',
    13800000001,
    '楼道灯不亮',
    '近处小区1号楼3单元',
    '公共照明',
  ].map((cell, at) => change[at] ?? cell);
const send = (file: Uint8Array, query: string, id = newId()): Promise<Answer> =>
  here.as(
    'communityWorker',
    'POST',
    `/api/hotline-orders/imports?communityId=${here.town.near.id}&${query}`,
    uploadOf(id, file),
  );
const preview = async (file: Uint8Array) => (await send(file, 'dryRun=true')).body;
const counts = async () =>
  JSON.stringify(
    await here.database.query(
      `select (select count(*) from incident) as incidents, (select count(*) from hotline_order) as orders,
         (select count(*) from hotline_import) as imports`,
    ),
  );

async function sheetAt(path: string) {
  const { accessToken } = (await ask(here.base, 'POST', '/api/auth/demo', { body: { key: 'secretary' } }))
    .body;
  const response = await fetch(here.base + path, { headers: { authorization: `Bearer ${accessToken}` } });
  assert.equal(response.status, 200);
  return cellsOf(await response.arrayBuffer());
}

describe('a list of orders', () => {
  it('is previewed row by row, and with a mistake in it nothing of it is taken in', async () => {
    const file = await sheetOf([
      TITLE,
      HEADER,
      row('P-1'),
      row('P-2', { 6: '桥头', 7: '市容' }),
      row('P-3', { 2: '后天', 4: '不详' }),
      row('P-1'),
      row({ formula: 'A3', result: 1 }),
    ]);
    const before = await counts();
    const { rows, newCount, wrongCount, fileHash } = await preview(file);
    assert.deepEqual([newCount, wrongCount], [2, 3]);
    assert.deepEqual(
      rows.map((one: { row: number; outcome: string }) => [one.row, one.outcome]),
      [
        [3, 'new'],
        [4, 'new'],
        [5, 'wrong'],
        [6, 'wrong'],
        [7, 'wrong'],
      ],
    );
    assert.deepEqual([rows[0].placeLabel, rows[0].categoryLabel], ['近处小区 1 号楼', '公共照明']);
    assert.match(rows[1].notes.join(), /没有认出.*别的/);
    assert.match(rows[2].errors.join(), /办理时限.*联系电话/);
    assert.match(rows[3].errors.join(), /第 3 行/);
    assert.match(rows[4].errors.join(), /公式/);
    const refused = assertProblem(await send(file, `fileHash=${fileHash}`), 422, 'hotline/import-has-errors');
    assert.deepEqual(
      refused.errors?.map(({ field }) => field),
      ['第 5 行', '第 6 行', '第 7 行'],
    );
    assert.equal(await counts(), before);
  });

  it('is taken in whole and once, however often and by however many it is sent', async () => {
    const file = await sheetOf([
      HEADER,
      row('T-1'),
      row('T-2', { 6: '桥头' }),
      row('T-3', { 4: null, 3: null }),
    ]);
    const { fileHash } = await preview(file);
    const id = newId();
    const [one, other, third] = await Promise.all([
      send(file, `fileHash=${fileHash}`, id),
      send(file, `fileHash=${fileHash}`, id),
      send(file, `fileHash=${fileHash}`),
    ]);
    assert.deepEqual([one?.status, other?.status, third?.status], [200, 200, 200]);
    assert.deepEqual(one?.body, other?.body);
    assert.equal(one?.body.newCount + third?.body.newCount, 3);
    const before = await counts();
    const later = await send(file, `fileHash=${fileHash}`);
    assert.deepEqual([later.body.newCount, later.body.knownCount], [0, 3]);
    const { rows } = await preview(file);
    assert.ok(rows.every((one: { outcome: string }) => one.outcome === 'known'));
    assert.equal((await counts()).replace(/"imports":"?\d+"?/, ''), before.replace(/"imports":"?\d+"?/, ''));
    const { body } = await here.as('communityWorker', 'GET', '/api/hotline-orders?q=T-');
    assert.deepEqual([body.total, body.counts.to_handle], [3, 3]);

    const changed = await sheetOf([HEADER, row('T-4')]);
    assertProblem(await send(changed, `fileHash=${fileHash}`), 409, 'hotline/import-changed');
    assertProblem(await send(changed, 'dryRun=false'), 409, 'hotline/import-changed');
    const otherHash = (await preview(changed)).fileHash;
    assertProblem(await send(changed, `fileHash=${otherHash}`, id), 409, 'request/id-used-differently');
  });

  it('that only ever grows is taken in again, whatever became of the rows that are known', async () => {
    const first = await sheetOf([HEADER, row('G-1', { 3: '', 4: 13800007777 }), row('G-2')]);
    assert.equal((await send(first, `fileHash=${(await preview(first)).fileHash}`)).status, 200);
    // A number without a name is nobody's account.
    const [login] = await here.database.query<{ names: string }>(
      `select count(*) as names from person_login l join person p on p.id = l.person_id where p.name = '来电居民'`,
    );
    assert.equal(Number(login?.names), 0);
    const { items } = (await here.as('communityWorker', 'GET', '/api/hotline-orders?q=G-1')).body;
    const kept = (await here.as('communityWorker', 'GET', `/api/hotline-orders/${items[0].id}`)).body;
    assert.deepEqual([kept.callerName, kept.callerPhone], ['来电居民', '13800007777']);

    const grown = await sheetOf([HEADER, row('G-1', { 2: '已办结' }), row('G-2'), row('G-2'), row('G-3')]);
    const { fileHash, newCount, knownCount, wrongCount } = await preview(grown);
    assert.deepEqual([newCount, knownCount, wrongCount], [1, 3, 0]);
    assert.equal((await send(grown, `fileHash=${fileHash}`)).body.newCount, 1);
    const example = await sheetOf([HEADER, row('示例-001（导入前删掉这一行）')]);
    assert.equal((await preview(example)).wrongCount, 1);
  });

  it('as long as one may be is taken in at once, and of more than a sheet holds what is owed comes first', async () => {
    const most = LIMITS.hotlineOrdersPerImport;
    const rows = Array.from({ length: most }, (_, at) => row(`M-${at}`, { 4: 13900000000 + at }));
    const file = await sheetOf([HEADER, ...rows]);
    const { fileHash } = await preview(file);
    assert.equal((await send(file, `fileHash=${fileHash}`)).body.newCount, most);
    const grown = await sheetOf([HEADER, ...rows, row('M-last')]);
    assert.equal((await preview(grown)).newCount, 1);

    // As many again, some times over, as they lie about after years: handed back, and due long ago.
    const copies = Math.ceil(LIMITS.spreadsheetRows / most);
    const copy = async (table: string, change: Record<string, string>) => {
      const columns = await here.database.query<{ name: string }>(
        `select column_name as name from information_schema.columns
          where table_schema = database() and table_name = ? and coalesce(generation_expression, '') = ''`,
        [table],
      );
      const own = columns.map(({ name }) => name).filter((name) => name !== 'seq');
      await here.database.query(
        `insert into ${table} (${own.join(', ')}) select ${own.map((name) => change[name] ?? `t.${name}`).join(', ')}
           from ${table} t join hotline_order o on o.incident_id = t.${table === 'incident' ? 'id' : 'incident_id'}
           cross join (${Array.from({ length: copies }, (_, n) => `select ${n + 1} as n`).join(' union all ')}) more
          where o.outside_number like 'M-%' and o.state = 'to_handle'`,
      );
    };
    const id = (column: string) => `concat(lpad(more.n, 8, '0'), substr(t.${column}, 9))`;
    await copy('incident', { id: id('id'), number: "concat(t.number, '-', more.n)", follow_code: 'null' });
    await copy('hotline_order', {
      incident_id: id('incident_id'),
      outside_number: "concat(t.outside_number, '-', more.n)",
      ...{ state: "'reported_back'", outside_due_at: 't.outside_due_at - interval 1 year' },
    });
    const { rows: sheet } = await sheetAt('/api/hotline-orders/export');
    assert.equal(sheet.length, LIMITS.spreadsheetRows + 2);
    assert.match(String(sheet.at(-1)?.[0]), /还有更多/);
    const handed = sheet.slice(1, -1).map((cells) => cells[4] === '已交回');
    assert.equal(handed.lastIndexOf(false) + 1, handed.indexOf(true));
    const listed = new Set(sheet.map(([number]) => number));
    assert.ok(rows.every(([number]) => listed.has(String(number))));
  });

  it('that is no modest .xlsx file is refused in words', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    const tries: [Uint8Array, number, string][] = [
      [old, 422, 'spreadsheet/old-format'],
      [Buffer.from('工单编号,诉求内容\nA,b'), 422, 'spreadsheet/unreadable'],
      [Buffer.alloc(0), 422, 'spreadsheet/unreadable'],
      [Buffer.alloc(LIMITS.spreadsheetBytes + 1), 413, 'spreadsheet/too-large'],
      [
        await sheetOf([
          ['编号', '电话'],
          ['1', '2'],
        ]),
        422,
        'spreadsheet/columns-missing',
      ],
      [await sheetOf([HEADER]), 422, 'spreadsheet/rows-missing'],
      [
        await sheetOf([
          HEADER,
          ...Array.from({ length: LIMITS.hotlineOrdersPerImport + 1 }, (_, at) => row(`L-${at}`)),
        ]),
        422,
        'hotline/import-too-long',
      ],
    ];
    for (const [file, status, code] of tries) assertProblem(await send(file, 'dryRun=true'), status, code);
    assertProblem(
      await here.as(
        'communityWorker',
        'POST',
        `/api/hotline-orders/imports?communityId=${here.town.near.id}`,
        {},
      ),
      400,
      'request/unreadable',
    );
    const form = new FormData();
    form.set('id', 'not-an-id');
    assertProblem(
      await here.as(
        'communityWorker',
        'POST',
        `/api/hotline-orders/imports?communityId=${here.town.near.id}`,
        form,
      ),
      400,
      'request/invalid',
    );
  });

  it('comes back out as a sheet of text with the answers, which marks nothing', async () => {
    const id = await enterOrder(here, { outsideNumber: '=1+1', text: '@楼道灯不亮' });
    for (const [action, body] of [
      ['accept', {}],
      ['judge', { difficulty: 'simple' }],
      ['dispatch', { route: 'self' }],
      ['resolve', { note: '换了灯泡', photoIds: [] }],
    ] as const)
      await here.act('worker', id, action, body);
    const reply = { actionId: newId(), replyText: '-已换灯泡' };
    await here.as('communityWorker', 'POST', `/api/hotline-orders/${id}/reply`, reply);

    const { rows, formulas } = await sheetAt('/api/hotline-orders/export?state=replied');
    assert.equal(formulas, 0);
    assert.equal(rows.length, 2);
    const [, exported = []] = rows;
    assert.deepEqual([exported[0], exported[3], exported[5]], ['=1+1', '@楼道灯不亮', '-已换灯泡']);
    assert.equal((await here.as('secretary', 'GET', `/api/hotline-orders/${id}`)).body.state, 'replied');

    const template = await sheetAt('/api/hotline-orders/template');
    assert.ok(template.rows[0]?.includes('工单编号'));
  });
});

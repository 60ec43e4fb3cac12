import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ask, assertProblem, eventually } from './support/api.js';
import { freePort } from './support/free-port.js';
import { type CastMember, moveIn, type Neighbourhood, picture } from './support/neighbourhood.js';
import { newId } from './support/new-id.js';
import { type RunningProcess, startWechatStandIn } from './support/server-process.js';

let here: Neighbourhood;
let wechat: RunningProcess;
before(async () => {
  wechat = await startWechatStandIn();
  const port = await freePort();
  here = await moveIn({
    PORT: String(port),
    LINLI_PUBLIC_URL: `http://127.0.0.1:${port}`,
    WECHAT_BASE_URL: wechat.url,
    LINLI_DISPATCH_MS: '100',
  });
});
after(async () => {
  await here?.close();
  await wechat?.stop();
});

/** Looks like a telephone number, so that the local list sends whatever holds it to a person. */
const PHONE = '13812345678';
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const see = async (who: CastMember | null, id: string) =>
  (await here.as(who, 'GET', `/api/incidents/${id}`)).body;

/** Everything that somebody without a part in an incident could be sent about it. */
async function whatNeighboursGet(id: string): Promise<string> {
  const { near } = here.town;
  const pages = [
    `/api/incidents/${id}`,
    `/api/incidents/public?communityId=${near.id}&limit=50`,
    `/api/incidents/near?categoryCode=lighting&buildingId=${near.buildingId}`,
  ];
  const answers = await Promise.all(
    (['neighbour', 'otherWorker', 'farCommunityWorker', null] as const).flatMap((who) =>
      // The other grid's worker stands for staff who have no part in it.
      pages.map(async (page) => JSON.stringify((await here.as(who, 'GET', page)).body)),
    ),
  );
  return answers.join('\n');
}

/**
 * Every text and picture that a request can carry, by where it ends. `gate`: neighbours can come to see it, so it waits
 * behind the gate. `between`: only the reporter and staff, or only staff, or only the writer ever get it. A recording is
 * between them too: what others read of it is what staff write down (`TranscribeIncidentDto.words`).
 */
const FIELDS: Record<string, 'gate' | 'between' | 'sign-in'> = {
  'ReportIncidentDto.description': 'gate',
  'ReportIncidentDto.placeNote': 'gate',
  'ReportIncidentDto.photoIds': 'gate',
  'ReportForResidentDto.description': 'gate',
  'ReportForResidentDto.placeNote': 'gate',
  'ReportForResidentDto.photoIds': 'gate',
  'ReportIncidentDto.voiceId': 'between',
  'ReportForResidentDto.voiceId': 'between',
  'TranscribeIncidentDto.words': 'gate',
  'ResolveIncidentDto.note': 'gate',
  'ResolveIncidentDto.photoIds': 'gate',
  'PlanIncidentDto.note': 'gate',
  'AcceptIncidentDto.note': 'gate',
  'JudgeIncidentDto.note': 'gate',
  'DispatchIncidentDto.note': 'gate',
  'MergeIncidentDto.note': 'between',
  'ConfirmIncidentDto.note': 'between',
  'DisputeIncidentDto.note': 'between',
  'CheckBackIncidentDto.note': 'between',
  'ReasonedIncidentDto.reason': 'gate',
  'WriteNoticeDto.title': 'gate',
  'WriteNoticeDto.body': 'gate',
  'WithdrawNoticeDto.reason': 'gate',
  // As much of it as an incident holds becomes its description; the whole stays with the order, for staff.
  'EnterHotlineOrderDto.text': 'gate',
  'EnterHotlineOrderDto.placeNote': 'gate',
  'EnterHotlineOrderDto.outsideNumber': 'between',
  'HotlineCallerDto.name': 'between',
  'ReplyHotlineOrderDto.replyText': 'between',
  'ReportBackHotlineOrderDto.note': 'between',
  'CallerDto.name': 'between',
  'CallerDto.phone': 'between',
  // Who one says one is: read by who may confirm it, compared with the register, shown to nobody else.
  'ClaimHomeDto.name': 'between',
  'MemberReasonDto.reason': 'between',
  'NewOwnerDto.name': 'between',
  'CorrectOwnerDto.name': 'between',
  'FindPersonDto.name': 'between',
  'ChangeNameDto.name': 'between',
  'GuardianAgreesDto.name': 'between',
  'FindDuplicateDto.name': 'between',
  'MergePeopleDto.reason': 'between',
};
/** What is not somebody's own words: ids, codes, dates, choices, secrets of signing in, settings. */
const NOT_WORDS =
  /(^|\.)(id|actionId|version|intoId|intoPersonId|personId|toPersonId|standInId|homeId|estateId|organisationId|estateIds|closed(Building|Estate|Grid)Ids|fromAt|toAt|at|planHash|keptHash|share|buildingId|placeId|communityId|areaIds|outsideDueAt|receivedAt|startsAt|endsAt|placeCode|categoryCode|happenedAt|dueAt|phone|code|key|account|password|currentPassword|newPassword|ticket|refreshToken|system|areaId|inForceFrom|date|from|to|until|templateId)$/;

describe('the gate', () => {
  it('knows every text and picture that a request can carry', async () => {
    const { body } = await ask(here.base, 'GET', '/api/openapi.json');
    const found = textFields(body).filter((field) => !NOT_WORDS.test(field));
    const unknown = found.filter(
      (field) => !(field in FIELDS) && !KNOWN_ELSEWHERE.some((one) => one.test(field)),
    );
    assert.deepEqual(unknown, [], 'say in the table above where these words can end');
    const gone = Object.keys(FIELDS).filter((field) => !found.includes(field) && !NOT_WORDS.test(field));
    assert.deepEqual(gone, []);
  });

  it('lets nothing by that a person has not let through', async () => {
    const mark = (name: string) => `${name}-${PHONE}`;
    const photo = (await here.upload('reporter', await picture())).body;
    const id = await here.report({
      description: mark('description'),
      placeNote: mark('placeNote'),
      photoIds: [photo.id],
    });
    const steps: [CastMember, string, Record<string, unknown>][] = [
      ['worker', 'accept', { note: mark('accept') }],
      ['worker', 'judge', { difficulty: 'hard', note: mark('judge') }],
      ['worker', 'plan', { dueAt: inDays(2), note: mark('plan') }],
      ['worker', 'dispatch', { route: 'self', note: mark('dispatch') }],
      ['worker', 'request-hold', { reason: mark('request_hold') }],
      ['communityWorker', 'refuse-hold', { reason: mark('refuse_hold') }],
      ['worker', 'request-hold', { reason: mark('request_again') }],
      ['communityWorker', 'approve-hold', { note: mark('approve_hold') }],
      ['worker', 'resume', { note: mark('resume') }],
      [
        'worker',
        'resolve',
        { note: mark('resolve'), photoIds: [(await here.upload('worker', await picture())).body.id] },
      ],
      ['reporter', 'dispute', { note: mark('dispute') }],
      ['worker', 'resolve', { note: mark('resolve_again'), photoIds: [] }],
      ['communityWorker', 'check-back', { outcome: 'satisfied', note: mark('check_back') }],
      ['reporter', 'confirm', { rating: 5, note: mark('confirm') }],
    ];
    for (const [who, action, body] of steps) {
      const answer = await here.act(who, id, action, body);
      assert.equal(answer.status, 200, `${action}: ${JSON.stringify(answer.body)}`);
    }
    const before = await whatNeighboursGet(id);
    assert.ok(!before.includes(PHONE), 'something got by');
    assert.ok(!before.includes(photo.id), 'a picture got by');
    const worker = await see('worker', id);
    assert.equal(worker.hiddenPieceCount, 13);
    const resolved = worker.timeline.find((entry: { action: string }) => entry.action === 'resolve');
    assert.deepEqual([resolved.hidden, resolved.flagged], [true, '像手机号']);

    assert.equal((await here.act('communityWorker', id, 'publish')).status, 200);
    const afterwards = JSON.stringify(await see('neighbour', id));
    for (const shown of ['description', 'accept', 'judge', 'plan', 'dispatch', 'resume', 'resolve_again'])
      assert.ok(afterwards.includes(mark(shown)), shown);
    for (const kept of ['refuse_hold', 'dispute', 'check_back', 'confirm'])
      assert.ok(!(await whatNeighboursGet(id)).includes(mark(kept)), kept);
    assert.equal((await see('worker', id)).hiddenPieceCount, 0);
    assertProblem(await here.act('communityWorker', id, 'publish'), 409, 'incident/wrong-state');
  });

  it('lets staff’s own words by when the check finds nothing, and pictures only with a person', async () => {
    const id = await here.reach('dispatch');
    await here.act('communityWorker', id, 'publish');
    const photo = (await here.upload('worker', await picture())).body;
    await here.act('worker', id, 'resolve', { note: '换了灯泡', photoIds: [photo.id] });
    const seen = await see('neighbour', id);
    assert.ok(JSON.stringify(seen.timeline).includes('换了灯泡'));
    assert.deepEqual(seen.photos, []);
    assert.ok((await see('communityWorker', id)).allowedActions.includes('publish'));
    await here.act('communityWorker', id, 'publish');
    assert.equal((await see('neighbour', id)).photos.length, 1);
  });

  it('lets through only what the person has seen', async () => {
    const id = await here.reach('dispatch');
    await here.act('communityWorker', id, 'publish');
    const photoIds = [(await here.upload('worker', await picture())).body.id];
    await here.act('worker', id, 'resolve', { note: '换了灯泡', photoIds });
    const early = await here.act('communityWorker', id, 'publish', { hiddenPieceCount: 0 });
    assertProblem(early, 409, 'incident/more-to-look-at');
    assert.deepEqual((await see('neighbour', id)).photos, []);
    const { hiddenPieceCount } = await see('communityWorker', id);
    assert.equal((await here.act('communityWorker', id, 'publish', { hiddenPieceCount })).status, 200);
  });

  it('takes a caller’s words for a resident’s, whoever typed them in', async () => {
    const body = here.reportBody({ caller: { name: '张阿姨' }, description: '楼道的灯坏了' });
    await here.as('communityWorker', 'POST', '/api/incidents/for-resident', body);
    const seen = await see('communityWorker', body.id);
    assert.equal(seen.hiddenPieceCount, 1);
    assert.ok(seen.allowedActions.includes('publish'));
    assert.ok(!(await whatNeighboursGet(body.id)).includes('楼道的灯坏了'));
  });

  it('keeps a public reason back when the list finds something in it', async () => {
    const [plain, flagged] = [await here.report(), await here.report()];
    await here.act('communityWorker', plain, 'reject', { reason: '归市政管' });
    await here.act('communityWorker', flagged, 'reject', { reason: `请打 ${PHONE}` });
    assert.equal((await see(null, plain)).rejectReason, '归市政管');
    assert.equal((await see(null, flagged)).rejectReason, null);
    assert.equal((await see('reporter', flagged)).rejectReason, `请打 ${PHONE}`);
  });
});

describe('what WeChat says', () => {
  const control = (path: string, body: object) => ask(wechat.url, 'POST', `/stand-in/${path}`, { body });
  const hasWechat = async (who: 'worker' | 'reporter') => {
    await here.database.query(
      `insert into person_login (id, person_id, kind, realm, subject, created_at)
       select ?, id, 'wechat', 'wx-test', ?, now(3) from person where demo_key = ?`,
      [newId(), `openid-of-${who}`, who],
    );
  };
  const pieceOf = async (id: string) => {
    const [piece] = await here.database.query<{ verdict: string; why: string | null; words: string | null }>(
      'select verdict, why, words from content_piece where id = ?',
      [id],
    );
    return piece;
  };
  const checked = (id: string) =>
    eventually('the check', async () => {
      const piece = await pieceOf(id);
      return piece !== undefined && piece.verdict !== 'pending' && piece;
    });
  before(() => hasWechat('worker'));

  it('of a text decides whether staff’s words need a person', async () => {
    for (const [note, verdict] of [
      ['换了灯泡', 'pass'],
      ['可疑词', 'review'],
      ['违禁词', 'risky'],
    ] as const) {
      const id = await here.reach('dispatch');
      await here.act('communityWorker', id, 'publish');
      const actionId = newId();
      await here.act('worker', id, 'resolve', { actionId, note, photoIds: [] });
      const piece = await checked(actionId);
      assert.equal(piece?.verdict, verdict);
      // The words stand where they were written; the check keeps no copy.
      assert.equal(piece?.words, null);
      await eventually('the row counts what is hidden', async () => {
        const { hiddenPieceCount } = await see('communityWorker', id);
        return hiddenPieceCount === (verdict === 'pass' ? 0 : 1);
      });
      assert.equal(JSON.stringify(await see('neighbour', id)).includes(note), verdict === 'pass');
    }
  });

  it('of a picture comes later, and only from WeChat', async () => {
    for (const suggest of ['pass', 'risky'] as const) {
      await control('next-picture', { suggest });
      const id = await here.reach('dispatch');
      await here.act('communityWorker', id, 'publish');
      const photo = (await here.upload('worker', await picture())).body;
      await here.act('worker', id, 'resolve', { note: '换了灯泡', photoIds: [photo.id] });
      const piece = await checked(photo.id);
      assert.equal(piece?.verdict, suggest);
      assert.equal((await see('neighbour', id)).photos.length, suggest === 'pass' ? 1 : 0);
      const [shown] = (await see('worker', id)).photos;
      assert.equal(shown.hidden, suggest === 'risky');
      assert.equal(shown.flagged === null, suggest === 'pass');
    }
    const forged = await ask(here.base, 'POST', '/api/wechat/messages?signature=00&timestamp=1&nonce=2', {
      body: { Event: 'wxa_media_check', trace_id: 'x', result: { suggest: 'pass' } },
    });
    assertProblem(forged, 403, 'content/message-forged');
  });

  it('that does not come leaves it to a person', async () => {
    await control('faults', { route: '/wxa/msg_sec_check', errcode: 45009, times: 1 });
    const id = await here.reach('dispatch');
    const actionId = newId();
    await here.act('worker', id, 'resolve', { actionId, note: '换了灯泡', photoIds: [] });
    const piece = await checked(actionId);
    assert.equal(piece?.verdict, 'review');
  });

  it('of a text is asked again when WeChat was busy', async () => {
    await control('faults', { route: '/wxa/msg_sec_check', errcode: -1, times: 1 });
    const id = await here.reach('dispatch');
    const actionId = newId();
    await here.act('worker', id, 'resolve', { actionId, note: '换了灯泡', photoIds: [] });
    const piece = await checked(actionId);
    assert.equal(piece?.verdict, 'pass');
  });
});

/** Fields of other parts, whose words only their own staff, organisation or account ever get. */
const KNOWN_ELSEWHERE: RegExp[] = [
  // What the community calls its places, on sheets that staff print and hang up; who did it is in the audit.
  /^MakePlaceDto\.(label|address)$/,
  /^(Revoke|Reissue)PlaceDto\.why$/,
  // A home's number in the land register, which its community's staff read and write.
  /^DescribeHomeDto\.titleNumber$/,
  // What staff call those who help them.
  /^(Add|Rename)OrganisationDto\.name$/,
  // What areas are called on the map.
  /^(Community|Grid|Estate|Building)ChangeDto\.name$/,
  /^(AddSubdistrict|AddCommunity|DescribeArea)Dto\.(name|shortCode|countyName|subdistrictId)$/,
  // What passes between staff and the organisation that a task was given to.
  /^(AskTime|\w*Task)\w*Dto\./,
  // Settings of a community's own staff.
  /^(\w*Policy\w*|\w*Calendar\w*|\w*StaffGroup\w*|\w*Service\w*|\w*ExceptionalDay\w*)\./,
];

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
}

/** Every string, and every list of strings, in what requests carry: `ReportIncidentDto.description`. */
function textFields(document: {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  components: { schemas: Record<string, Schema> };
}): string[] {
  const found = new Set<string>();
  const visit = (name: string, seen: Set<string>) => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const [field, schema] of Object.entries(document.components.schemas[name]?.properties ?? {})) {
      for (const one of [schema, schema.items, ...(schema.allOf ?? [])]) {
        const ref = one?.$ref?.split('/').at(-1);
        if (ref !== undefined) visit(ref, seen);
      }
      const type = schema.items ?? schema;
      if (type.type === 'string' && type.enum === undefined) found.add(`${name}.${field}`);
    }
  };
  for (const methods of Object.values(document.paths)) {
    for (const operation of Object.values(methods)) {
      for (const { schema } of Object.values(operation.requestBody?.content ?? {})) {
        const ref = schema.$ref?.split('/').at(-1);
        if (ref !== undefined) visit(ref, new Set());
      }
    }
  }
  return [...found].sort();
}

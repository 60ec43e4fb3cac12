import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type CheckBackOutcome,
  INCIDENT_ACTIONS,
  INCIDENT_STATES,
  type IncidentAction,
  type IncidentState,
} from '@linli/shared';
import { type Actor, NOBODY } from '../../platform/auth/actor.js';
import {
  type ActionInput,
  decide,
  LIFECYCLE,
  type LivingIncident,
  type Standing,
  SYSTEM_LIFECYCLE,
} from './incident.lifecycle.js';
import { allowedActions, type GovernedIncident, sightOf, standingOf } from './incident.policy.js';

/** Written out by hand, beside the table and not from it: what may happen in which state, and what it leads to. */
const ALLOWED: Record<IncidentState, Partial<Record<IncidentAction, IncidentState>>> = {
  reported: {
    accept: 'accepted',
    publish: 'reported',
    locate: 'reported',
    transcribe: 'reported',
    reject: 'rejected',
    merge: 'merged',
  },
  accepted: {
    judge: 'accepted',
    plan: 'accepted',
    dispatch: 'handling',
    publish: 'accepted',
    locate: 'accepted',
    transcribe: 'accepted',
    reject: 'rejected',
    merge: 'merged',
  },
  handling: {
    judge: 'handling',
    plan: 'handling',
    dispatch: 'handling',
    request_hold: 'handling',
    approve_hold: 'held',
    refuse_hold: 'handling',
    merge: 'merged',
    publish: 'handling',
    locate: 'handling',
    transcribe: 'handling',
    resolve: 'resolved',
  },
  held: { publish: 'held', locate: 'held', transcribe: 'held', resume: 'handling' },
  resolved: {
    publish: 'resolved',
    transcribe: 'resolved',
    confirm: 'closed',
    dispute: 'handling',
    check_back: 'handling',
  },
  closed: { publish: 'closed', transcribe: 'closed', check_back: 'closed' },
  rejected: { publish: 'rejected', transcribe: 'rejected' },
  merged: { publish: 'merged', transcribe: 'merged' },
};
const BY_REPORTER: IncidentAction[] = ['confirm', 'dispute'];
const BY_COMMUNITY: IncidentAction[] = ['approve_hold', 'refuse_hold', 'reject', 'merge', 'check_back'];

const COMMUNITY = 'community';
const GRID = 'grid';
const ESTATE = 'estate';
const BUILDING = 'building';
const appointment = {
  ...{ id: 'appointment', areaId: null, subdistrictId: null, organisationId: null },
  ...{ estateId: null, buildingId: null },
};
const person = (personId: string, appointments: Actor['appointments'] = []): Actor => ({
  personId,
  name: personId,
  appointments,
});
const gridWorkerOf = (gridId: string) =>
  person(`worker of ${gridId}`, [{ ...appointment, role: 'grid_worker', communityId: COMMUNITY, gridId }]);
const estateWorkerOf = (estateId: string) =>
  person(`worker of ${estateId}`, [
    { ...appointment, role: 'community_worker', communityId: COMMUNITY, gridId: null, estateId },
  ]);
const ofCommunity = (
  role: 'community_worker' | 'community_secretary' | 'subdistrict_officer',
  communityId: string,
) => person(`${role} of ${communityId}`, [{ ...appointment, role, communityId, gridId: null }]);

const PEOPLE: { who: string; actor: Actor; staff: boolean; sees: boolean; onlyGrid?: boolean }[] = [
  { who: 'nobody', actor: NOBODY, staff: false, sees: false },
  { who: 'a neighbour', actor: person('neighbour'), staff: false, sees: false },
  { who: 'the reporter', actor: person('reporter'), staff: false, sees: true },
  { who: 'the grid worker', actor: gridWorkerOf(GRID), staff: true, sees: true, onlyGrid: true },
  { who: "another grid's worker", actor: gridWorkerOf('other grid'), staff: false, sees: false },
  { who: 'the community worker', actor: ofCommunity('community_worker', COMMUNITY), staff: true, sees: true },
  {
    who: "another community's worker",
    actor: ofCommunity('community_worker', 'other'),
    staff: false,
    sees: false,
  },
  { who: "the estate's worker", actor: estateWorkerOf(ESTATE), staff: true, sees: true },
  { who: "another estate's worker", actor: estateWorkerOf('other estate'), staff: false, sees: false },
  { who: 'the secretary', actor: ofCommunity('community_secretary', COMMUNITY), staff: true, sees: true },
  {
    who: 'the subdistrict officer',
    actor: ofCommunity('subdistrict_officer', COMMUNITY),
    staff: false,
    sees: true,
  },
  {
    who: 'the platform admin',
    actor: person('admin', [{ ...appointment, role: 'platform_admin', communityId: null, gridId: null }]),
    staff: false,
    sees: false,
  },
];

/** An incident in this state with everything the action needs, handled by somebody who is not among the people. */
function incidentIn(state: IncidentState, action: IncidentAction): GovernedIncident {
  const fresh = state === 'reported' || action === 'judge';
  return {
    state,
    difficulty: action === 'plan' ? 'hard' : fresh ? null : 'simple',
    published: false,
    hiddenPieces: 1,
    placeKnown: action !== 'locate',
    spoken: action === 'transcribe',
    planned: false,
    holdPending: action === 'approve_hold' || action === 'refuse_hold',
    openTasks: 0,
    checkedBack: false,
    handlerId: state === 'reported' ? null : 'handler',
    handlerName: state === 'reported' ? null : '演示网格员一',
    communityId: COMMUNITY,
    gridId: GRID,
    estateId: ESTATE,
    buildingId: BUILDING,
    reporterId: 'reporter',
    resolverId: state === 'resolved' || state === 'closed' ? 'handler' : null,
    holdRequestedBy: 'handler',
  };
}

const INPUT: ActionInput = { note: '换了灯泡', photoIds: [], outcome: 'unsatisfied', route: 'self' };
const codeOf = (decision: ReturnType<typeof decide>) => (decision.ok ? 'ok' : decision.problem.code);

describe('the life of an incident', () => {
  for (const state of INCIDENT_STATES) {
    for (const action of INCIDENT_ACTIONS) {
      for (const { who, actor, staff, onlyGrid } of PEOPLE) {
        const asStaff = staff && !(onlyGrid && BY_COMMUNITY.includes(action));
        const mayAsk = BY_REPORTER.includes(action) ? actor.personId === 'reporter' : asStaff;
        const to = ALLOWED[state][action];
        const expected = !mayAsk ? 'incident/not-found' : to === undefined ? 'a refusal' : to;
        it(`${state}: ${who} ${action} → ${expected}`, () => {
          const incident = incidentIn(state, action);
          const decision = decide(incident, action, standingOf(actor, incident, action), INPUT);
          if (!mayAsk) assert.equal(codeOf(decision), 'incident/not-found');
          else if (to !== undefined) assert.deepEqual(decision, { ok: true, to });
          else assert.match(codeOf(decision), /^incident\/(wrong-state|already-accepted)$/);
          assert.equal(allowedActions(actor, incident).includes(action), mayAsk && to !== undefined);
        });
      }
    }
  }

  it('has a rule for every action and leads only to known states', () => {
    assert.deepEqual(Object.keys(LIFECYCLE).sort(), [...INCIDENT_ACTIONS].sort());
    const known: unknown[] = ['same', ...INCIDENT_STATES];
    for (const { to } of Object.values(LIFECYCLE)) assert.ok(typeof to === 'function' || known.includes(to));
    for (const { to } of Object.values(SYSTEM_LIFECYCLE)) assert.ok(known.includes(to));
  });

  it('can reach every state, and leaves every state but those that are over', () => {
    const moves = Object.values(ALLOWED).flatMap((actions) => Object.values(actions));
    for (const state of INCIDENT_STATES) if (state !== 'reported') assert.ok(moves.includes(state), state);
    const stuck = INCIDENT_STATES.filter((state) =>
      Object.values(ALLOWED[state]).every((to) => to === state),
    );
    assert.deepEqual(stuck, ['closed', 'rejected', 'merged']);
  });

  for (const { who, actor, sees } of PEOPLE) {
    it(`${who} ${sees ? 'sees' : 'does not see'} an incident that is for staff only`, () => {
      assert.equal(sightOf(actor, incidentIn('reported', 'accept'), 'staff'), sees ? 'full' : 'none');
      assert.equal(sightOf(actor, incidentIn('reported', 'accept'), 'public'), sees ? 'full' : 'public');
      const neighbours = actor.personId === null ? 'none' : sees ? 'full' : 'public';
      assert.equal(sightOf(actor, incidentIn('reported', 'accept'), 'neighbours'), neighbours);
    });
  }
});

describe('what an action needs', () => {
  const staff: Standing = {
    staff: true,
    reporter: false,
    handler: false,
    resolver: false,
    holdRequester: false,
  };
  const living = (change: Partial<LivingIncident>): LivingIncident => ({
    state: 'accepted',
    difficulty: null,
    published: false,
    hiddenPieces: 1,
    placeKnown: true,
    spoken: false,
    planned: false,
    holdPending: false,
    openTasks: 0,
    checkedBack: false,
    handlerName: '演示网格员一',
    ...change,
  });

  it('tells the second to accept who came first', () => {
    const decision = decide(living({}), 'accept', staff, {});
    assert.ok(!decision.ok);
    assert.equal(decision.problem.code, 'incident/already-accepted');
    assert.equal(decision.problem.status, 409);
    assert.equal(decision.problem.title, '演示网格员一已经接了这件事');
  });

  it('is judged once', () => {
    assert.equal(
      codeOf(decide(living({ difficulty: 'complex' }), 'judge', staff, {})),
      'incident/wrong-state',
    );
  });

  it('is judged before it is dispatched', () => {
    assert.equal(codeOf(decide(living({}), 'dispatch', staff, {})), 'incident/difficulty-needed');
  });

  it('is let through as long as something is hidden', () => {
    assert.equal(codeOf(decide(living({ hiddenPieces: 0 }), 'publish', staff, {})), 'incident/wrong-state');
    assert.equal(codeOf(decide(living({ published: true }), 'publish', staff, {})), 'ok');
  });

  it('is written down from its recording as often as there is one', () => {
    assert.equal(codeOf(decide(living({}), 'transcribe', staff, {})), 'incident/no-voice');
    assert.equal(codeOf(decide(living({ spoken: true }), 'transcribe', staff, {})), 'ok');
  });

  it('is given a place once, where it was told in words only', () => {
    assert.equal(codeOf(decide(living({}), 'locate', staff, {})), 'incident/already-located');
    assert.equal(codeOf(decide(living({ placeKnown: false }), 'locate', staff, {})), 'ok');
  });

  it('is resolved with a photo or a note', () => {
    const handling = living({ state: 'handling', difficulty: 'simple' });
    assert.equal(
      codeOf(decide(handling, 'resolve', staff, { note: '', photoIds: [] })),
      'incident/evidence-needed',
    );
    assert.equal(codeOf(decide(handling, 'resolve', staff, { note: '', photoIds: ['a photo'] })), 'ok');
    assert.equal(codeOf(decide(handling, 'resolve', staff, { note: '修好了' })), 'ok');
  });

  it('is not confirmed by who resolved it', () => {
    const own: Standing = { ...staff, reporter: true, resolver: true };
    assert.equal(codeOf(decide(living({ state: 'resolved' }), 'confirm', own, {})), 'incident/own-work');
  });

  it('is dispatched only with a plan when it is hard', () => {
    const hard = living({ difficulty: 'hard' });
    assert.equal(codeOf(decide(hard, 'dispatch', staff, { route: 'self' })), 'incident/plan-needed');
    assert.equal(codeOf(decide({ ...hard, planned: true }, 'dispatch', staff, { route: 'self' })), 'ok');
    assert.equal(codeOf(decide({ ...hard, planned: true }, 'plan', staff, {})), 'incident/wrong-state');
    assert.equal(codeOf(decide(living({ difficulty: 'complex' }), 'plan', staff, {})), 'incident/not-hard');
  });

  it('is held by two: whoever asked does not decide', () => {
    const handling = living({ state: 'handling', difficulty: 'complex' });
    assert.equal(codeOf(decide(handling, 'approve_hold', staff, {})), 'incident/no-hold-pending');
    const asked = { ...handling, holdPending: true };
    const requester: Standing = { ...staff, holdRequester: true };
    assert.equal(codeOf(decide(asked, 'approve_hold', requester, {})), 'incident/own-hold');
    assert.equal(codeOf(decide(asked, 'refuse_hold', requester, {})), 'incident/own-hold');
    assert.equal(codeOf(decide(asked, 'request_hold', staff, {})), 'incident/hold-pending');
    assert.equal(codeOf(decide(asked, 'resolve', staff, { note: '好了' })), 'incident/hold-pending');
    assert.equal(codeOf(decide(asked, 'approve_hold', staff, {})), 'ok');
  });

  it('is resolved once, when all who were sent for are done', () => {
    const waiting = living({ state: 'handling', difficulty: 'simple', openTasks: 2 });
    assert.equal(codeOf(decide(waiting, 'resolve', staff, { note: '好了' })), 'incident/tasks-open');
    assert.equal(codeOf(decide(waiting, 'merge', staff, {})), 'incident/tasks-open');
    assert.equal(codeOf(decide(waiting, 'dispatch', staff, { route: 'self' })), 'incident/tasks-open');
    assert.equal(codeOf(decide(waiting, 'dispatch', staff, { route: 'joint' })), 'ok');
  });

  it('is checked back once, by somebody else, and goes on when the reporter is not content', () => {
    const resolved = living({ state: 'resolved', difficulty: 'simple' });
    for (const part of ['handler', 'resolver'] as const) {
      const own: Standing = { ...staff, [part]: true };
      assert.equal(codeOf(decide(resolved, 'check_back', own, {})), 'incident/own-check-back');
    }
    const again = decide({ ...resolved, checkedBack: true }, 'check_back', staff, {});
    assert.equal(codeOf(again), 'incident/wrong-state');
    const to = (state: IncidentState, outcome: CheckBackOutcome) =>
      decide({ ...resolved, state }, 'check_back', staff, { outcome });
    assert.deepEqual(to('resolved', 'satisfied'), { ok: true, to: 'resolved' });
    assert.deepEqual(to('resolved', 'unreachable'), { ok: true, to: 'resolved' });
    assert.deepEqual(to('resolved', 'unsatisfied'), { ok: true, to: 'handling' });
    assert.deepEqual(to('closed', 'unsatisfied'), { ok: true, to: 'closed' });
  });

  it('in no grid belongs to the community alone', () => {
    const unassigned = { ...incidentIn('reported', 'accept'), gridId: null };
    assert.deepEqual(allowedActions(gridWorkerOf(GRID), unassigned), []);
    assert.deepEqual(allowedActions(ofCommunity('community_worker', COMMUNITY), unassigned), [
      'accept',
      'reject',
      'merge',
      'publish',
    ]);
  });
});

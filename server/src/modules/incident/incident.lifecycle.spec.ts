import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { INCIDENT_ACTIONS, INCIDENT_STATES, type IncidentAction, type IncidentState } from '@linli/shared';
import { type Actor, NOBODY } from '../../platform/auth/actor.js';
import { decide, LIFECYCLE, type LivingIncident, type Standing } from './incident.lifecycle.js';
import { allowedActions, type GovernedIncident, sightOf, standingOf } from './incident.policy.js';

/** Written out by hand, beside the table and not from it: what may happen in which state, and what it leads to. */
const ALLOWED: Record<IncidentState, Partial<Record<IncidentAction, IncidentState>>> = {
  reported: { accept: 'accepted', publish: 'reported' },
  accepted: { judge: 'accepted', dispatch: 'handling', publish: 'accepted' },
  handling: { judge: 'handling', publish: 'handling', resolve: 'resolved' },
  resolved: { publish: 'resolved', confirm: 'closed' },
  closed: { publish: 'closed' },
};
const BY_REPORTER: IncidentAction[] = ['confirm'];

const COMMUNITY = 'community';
const GRID = 'grid';
const appointment = { id: 'appointment', areaId: null, subdistrictId: null, organisationId: null };
const person = (personId: string, appointments: Actor['appointments'] = []): Actor => ({
  personId,
  name: personId,
  appointments,
});
const gridWorkerOf = (gridId: string) =>
  person(`worker of ${gridId}`, [{ ...appointment, role: 'grid_worker', communityId: COMMUNITY, gridId }]);
const ofCommunity = (
  role: 'community_worker' | 'community_secretary' | 'subdistrict_officer',
  communityId: string,
) => person(`${role} of ${communityId}`, [{ ...appointment, role, communityId, gridId: null }]);

const PEOPLE: { who: string; actor: Actor; staff: boolean; sees: boolean }[] = [
  { who: 'nobody', actor: NOBODY, staff: false, sees: false },
  { who: 'a neighbour', actor: person('neighbour'), staff: false, sees: false },
  { who: 'the reporter', actor: person('reporter'), staff: false, sees: true },
  { who: 'the grid worker', actor: gridWorkerOf(GRID), staff: true, sees: true },
  { who: "another grid's worker", actor: gridWorkerOf('other grid'), staff: false, sees: false },
  { who: 'the community worker', actor: ofCommunity('community_worker', COMMUNITY), staff: true, sees: true },
  {
    who: "another community's worker",
    actor: ofCommunity('community_worker', 'other'),
    staff: false,
    sees: false,
  },
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

function incidentIn(state: IncidentState, action: IncidentAction): GovernedIncident {
  const judgedBefore = action === 'dispatch' || (state !== 'reported' && action !== 'judge');
  return {
    state,
    difficulty: judgedBefore ? 'simple' : null,
    published: false,
    handlerName: state === 'reported' ? null : '演示网格员一',
    communityId: COMMUNITY,
    gridId: GRID,
    reporterId: 'reporter',
    resolverId: state === 'resolved' || state === 'closed' ? 'worker of grid' : null,
  };
}

const INPUT = { note: '换了灯泡', photoIds: [] };
const codeOf = (decision: ReturnType<typeof decide>) => (decision.ok ? 'ok' : decision.problem.code);

describe('the life of an incident', () => {
  for (const state of INCIDENT_STATES) {
    for (const action of INCIDENT_ACTIONS) {
      for (const { who, actor, staff } of PEOPLE) {
        const mayAsk = BY_REPORTER.includes(action) ? actor.personId === 'reporter' : staff;
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
    for (const { to } of Object.values(LIFECYCLE)) assert.ok(to === 'same' || INCIDENT_STATES.includes(to));
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
  const staff: Standing = { staff: true, reporter: false, resolver: false };
  const living = (change: Partial<LivingIncident>): LivingIncident => ({
    state: 'accepted',
    difficulty: null,
    published: false,
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

  it('is published once', () => {
    assert.equal(codeOf(decide(living({ published: true }), 'publish', staff, {})), 'incident/wrong-state');
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
    const own: Standing = { staff: true, reporter: true, resolver: true };
    assert.equal(codeOf(decide(living({ state: 'resolved' }), 'confirm', own, {})), 'incident/own-work');
  });

  it('in no grid belongs to the community alone', () => {
    const unassigned = { ...incidentIn('reported', 'accept'), gridId: null };
    assert.deepEqual(allowedActions(gridWorkerOf(GRID), unassigned), []);
    assert.deepEqual(allowedActions(ofCommunity('community_worker', COMMUNITY), unassigned), [
      'accept',
      'publish',
    ]);
  });
});

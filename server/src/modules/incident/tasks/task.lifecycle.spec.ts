import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TASK_ACTIONS, TASK_STATES, type TaskAction, type TaskState } from '@linli/shared';
import { type Actor, NOBODY } from '../../../platform/auth/actor.js';
import { decideTask, type LivingTask, TASK_LIFECYCLE, type TaskStanding } from './task.lifecycle.js';
import { allowedTaskActions, type GovernedTask, taskSightOf, taskStandingOf } from './task.policy.js';

/** Written out by hand, beside the table and not from it: what may happen in which state, and what it leads to. */
const ALLOWED: Record<TaskState, Partial<Record<TaskAction, TaskState>>> = {
  assigned: {
    accept: 'working',
    finish: 'done',
    return: 'returned',
    ask_time: 'assigned',
    grant_time: 'assigned',
    refuse_time: 'assigned',
    urge: 'assigned',
    transfer: 'assigned',
    cancel: 'cancelled',
  },
  working: {
    finish: 'done',
    return: 'returned',
    ask_time: 'working',
    grant_time: 'working',
    refuse_time: 'working',
    urge: 'working',
    transfer: 'assigned',
    cancel: 'cancelled',
  },
  done: {},
  returned: {},
  cancelled: {},
};
const BY_ORGANISATION: TaskAction[] = ['accept', 'finish', 'return', 'ask_time'];
const ANSWERS: TaskAction[] = ['grant_time', 'refuse_time'];

const COMMUNITY = 'community';
const GRID = 'grid';
const ORGANISATION = 'organisation';
const none = {
  ...{ areaId: null, subdistrictId: null, communityId: null, gridId: null },
  ...{ estateId: null, buildingId: null, organisationId: null },
};
const person = (...appointments: (Partial<Actor['appointments'][number]> & { role: string })[]): Actor => ({
  personId: 'person',
  name: '某人',
  appointments: appointments.map((one) => ({ id: 'a', ...none, ...one }) as Actor['appointments'][number]),
});

type Part = 'organisation' | 'staff' | 'reads' | 'none';
/** What each is to a task of the organisation, about an incident in the grid. */
const PEOPLE: { who: string; actor: Actor; part: Part }[] = [
  { who: 'nobody', actor: NOBODY, part: 'none' },
  { who: 'a resident', actor: person(), part: 'none' },
  {
    who: 'a co-helper of the organisation',
    actor: person({ role: 'co_helper', organisationId: ORGANISATION }),
    part: 'organisation',
  },
  {
    who: 'an officer of the organisation',
    actor: person({ role: 'department_officer', organisationId: ORGANISATION }),
    part: 'organisation',
  },
  {
    who: 'an officer of another organisation',
    actor: person({ role: 'department_officer', organisationId: 'other' }),
    part: 'none',
  },
  {
    who: "a co-helper with the community's id on the appointment",
    actor: person({ role: 'co_helper', organisationId: 'other', communityId: COMMUNITY }),
    part: 'none',
  },
  {
    who: "the grid's worker",
    actor: person({ role: 'grid_worker', communityId: COMMUNITY, gridId: GRID }),
    part: 'reads',
  },
  {
    who: "another grid's worker",
    actor: person({ role: 'grid_worker', communityId: COMMUNITY, gridId: 'other' }),
    part: 'none',
  },
  {
    who: 'the community worker',
    actor: person({ role: 'community_worker', communityId: COMMUNITY }),
    part: 'staff',
  },
  {
    who: 'the secretary',
    actor: person({ role: 'community_secretary', communityId: COMMUNITY }),
    part: 'staff',
  },
  {
    who: "another community's worker",
    actor: person({ role: 'community_worker', communityId: 'other' }),
    part: 'none',
  },
  {
    who: 'the subdistrict officer',
    actor: person({ role: 'subdistrict_officer', communityId: COMMUNITY }),
    part: 'reads',
  },
  { who: 'the platform admin', actor: person({ role: 'platform_admin' }), part: 'none' },
];

const DUE = new Date('2026-11-25T10:00:00.000Z');
const LATER = new Date('2026-11-26T10:00:00.000Z');
const taskIn = (state: TaskState, action: TaskAction): GovernedTask => ({
  state,
  dueAt: DUE,
  askedDueAt: ANSWERS.includes(action) ? LATER : null,
  organisationId: ORGANISATION,
  communityId: COMMUNITY,
  gridId: GRID,
  estateId: null,
  buildingId: null,
});

const INPUT = { note: '清走了', photoIds: [], dueAt: LATER };
const codeOf = (decision: ReturnType<typeof decideTask>) => (decision.ok ? 'ok' : decision.problem.code);

describe('the life of a task', () => {
  for (const state of TASK_STATES) {
    for (const action of TASK_ACTIONS) {
      for (const { who, actor, part } of PEOPLE) {
        const mayAsk = part === (BY_ORGANISATION.includes(action) ? 'organisation' : 'staff');
        const to = ALLOWED[state][action];
        const expected = !mayAsk ? 'task/not-found' : to === undefined ? 'a refusal' : to;
        it(`${state}: ${who} ${action} → ${expected}`, () => {
          const task = taskIn(state, action);
          const decision = decideTask(task, action, taskStandingOf(actor, task, action), INPUT);
          if (!mayAsk) assert.equal(codeOf(decision), 'task/not-found');
          else if (to !== undefined) assert.deepEqual(decision, { ok: true, to });
          else assert.equal(codeOf(decision), 'task/wrong-state');
          assert.equal(allowedTaskActions(actor, task).includes(action), mayAsk && to !== undefined);
        });
      }
    }
  }

  it('has a rule for every action and leads only to known states', () => {
    assert.deepEqual(Object.keys(TASK_LIFECYCLE).sort(), [...TASK_ACTIONS].sort());
    for (const { to } of Object.values(TASK_LIFECYCLE)) assert.ok(to === 'same' || TASK_STATES.includes(to));
  });

  for (const { who, actor, part } of PEOPLE) {
    const sight = part === 'reads' ? 'staff' : part;
    it(`is seen by ${who} as ${sight}`, () => {
      assert.equal(taskSightOf(actor, taskIn('assigned', 'accept')), sight);
    });
  }
});

describe('what an action on a task needs', () => {
  const organisation: TaskStanding = { organisation: true, staff: false };
  const staff: TaskStanding = { organisation: false, staff: true };
  const living = (change: Partial<LivingTask> = {}): LivingTask => ({
    state: 'working',
    dueAt: DUE,
    askedDueAt: null,
    ...change,
  });
  const outcome = (task: LivingTask, action: TaskAction, who: TaskStanding, input = {}) =>
    codeOf(decideTask(task, action, who, input));

  it('is finished with a photo or a note', () => {
    assert.equal(
      outcome(living(), 'finish', organisation, { note: '', photoIds: [] }),
      'task/evidence-needed',
    );
    assert.equal(outcome(living(), 'finish', organisation, { note: '清走了' }), 'ok');
    assert.equal(outcome(living(), 'finish', organisation, { photoIds: ['a photo'] }), 'ok');
  });

  it('is asked for more time only past the present date, and once until it is answered', () => {
    assert.equal(outcome(living(), 'ask_time', organisation, { dueAt: DUE }), 'task/later-date-needed');
    assert.equal(outcome(living(), 'ask_time', organisation, { dueAt: LATER }), 'ok');
    const asked = living({ askedDueAt: LATER });
    assert.equal(outcome(asked, 'ask_time', organisation, { dueAt: LATER }), 'task/time-already-asked');
  });

  it('is answered only when something was asked', () => {
    assert.equal(outcome(living(), 'grant_time', staff), 'task/no-time-asked');
    assert.equal(outcome(living(), 'refuse_time', staff), 'task/no-time-asked');
    assert.equal(outcome(living({ askedDueAt: LATER }), 'refuse_time', staff), 'ok');
  });

  it('tells where it stands to who comes too late', () => {
    const decision = decideTask(living({ state: 'done' }), 'finish', organisation, { note: '清走了' });
    assert.ok(!decision.ok);
    assert.equal(decision.problem.status, 409);
    assert.equal(decision.problem.title, '这个任务现在是「办好了」，不能再这样做了，请刷新看看');
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role } from '@linli/shared';
import type { Actor, ActorAppointment } from '../../platform/auth/actor.js';
import type { RecordedEvent } from '../../platform/events/effect.js';
import { hintsOf, sayable } from './live.hints.js';

const event = (type: string, change: Partial<RecordedEvent> = {}): RecordedEvent => ({
  ...{ id: 'e', type, subjectType: type.split('.')[0] ?? '', subjectId: 's', subjectSeq: 1 },
  ...{ communityId: 'near', at: new Date(0), data: { gridId: 'grid' } },
  ...change,
});
const person = (role: Role, where: Partial<ActorAppointment>): Actor => ({
  personId: 'p',
  name: 'P',
  appointments: [
    {
      ...{ id: 'a', role, areaId: null, subdistrictId: null, communityId: null, gridId: null },
      ...{ estateId: null, buildingId: null, organisationId: null, ...where },
    },
  ],
});
const heard = (actor: Actor, ...events: RecordedEvent[]) =>
  sayable(actor, events.flatMap(hintsOf)).map(({ kind, communityId }) => `${kind} ${communityId}`);

const worker = person('grid_worker', { communityId: 'near', gridId: 'grid' });
const secretary = person('community_secretary', { communityId: 'near' });
const resident: Actor = { personId: 'p', name: 'P', appointments: [] };

describe('hints', () => {
  it('of an incident reach its grid and its community, and nobody else', () => {
    const reported = event('incident.reported');
    assert.deepEqual(heard(worker, reported), ['incidents near']);
    assert.deepEqual(heard(secretary, reported), ['incidents near']);
    const elsewhere = [
      person('grid_worker', { communityId: 'near', gridId: 'next' }),
      person('community_secretary', { communityId: 'far' }),
      person('platform_admin', {}),
      resident,
    ];
    for (const actor of elsewhere) assert.deepEqual(heard(actor, reported), []);
  });

  it('of an incident reach who is appointed to its estate, in whichever grid it lies', () => {
    const reported = event('incident.reported', { data: { gridId: 'grid', estateId: 'estate' } });
    const of = (estateId: string) => person('community_worker', { communityId: 'near', estateId });
    assert.deepEqual(heard(of('estate'), reported), ['incidents near']);
    assert.deepEqual(heard(of('next'), reported), []);
  });

  it('of an incident whose grid is not told reach its whole community only', () => {
    const reported = event('incident.reported', { data: {} });
    assert.deepEqual(heard(secretary, reported), ['incidents near']);
    assert.deepEqual(heard(worker, reported), []);
  });

  it('of a task reach its organisation, and staff as a task and as an incident', () => {
    const accepted = event('task.accept', { data: { gridId: 'grid', organisationId: 'o' } });
    assert.deepEqual(heard(secretary, accepted), ['tasks near', 'incidents near']);
    assert.deepEqual(heard(person('co_helper', { organisationId: 'o' }), accepted), ['tasks near']);
    assert.deepEqual(heard(person('co_helper', { organisationId: 'another' }), accepted), []);
  });

  it('of a message reach its person alone, without a word of where', () => {
    const mine = event('message.created', { subjectType: 'person', subjectId: 'p' });
    assert.deepEqual(heard(resident, mine), ['inbox null']);
    assert.deepEqual(heard(resident, { ...mine, subjectId: 'q' }), []);
  });

  it('say each list once, however much happened', () => {
    assert.deepEqual(
      heard(secretary, event('incident.reported'), event('incident.accept'), event('task.finish')),
      ['incidents near', 'tasks near'],
    );
  });

  it('of anything else reach nobody', () => {
    assert.deepEqual(hintsOf(event('photo.claimed')), []);
    assert.deepEqual(heard(secretary, event('incident.reported', { communityId: null })), []);
  });
});

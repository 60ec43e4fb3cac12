import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  NOTICE_ACTIONS,
  NOTICE_STATES,
  type NoticeAction,
  type NoticeState,
  ROLES,
  roleMay,
} from '@linli/shared';
import { noticeMay } from './notice.lifecycle.js';

/** What every action comes to from every state, for who may do it. */
const TABLE: Record<NoticeAction, Record<NoticeState, NoticeState | string>> = {
  let_through: {
    waiting: 'published',
    published: 'notice/wrong-state',
    withdrawn: 'notice/wrong-state',
  },
  withdraw: {
    waiting: 'withdrawn',
    published: 'withdrawn',
    withdrawn: 'notice/wrong-state',
  },
};
const MAY: Record<NoticeAction, readonly string[]> = {
  let_through: ['community_secretary'],
  withdraw: ['community_worker', 'community_secretary'],
};

describe('the life of a notice', () => {
  it('goes as the table says, for every state, action and role', () => {
    for (const action of NOTICE_ACTIONS) {
      for (const state of NOTICE_STATES) {
        for (const role of ROLES) {
          const staff = roleMay(role, `notice.${action}`);
          assert.equal(staff, MAY[action].includes(role), `${role} ${action}`);
          const decision = noticeMay(state, action, staff);
          const got = decision.ok ? decision.to : decision.problem.code;
          assert.equal(got, staff ? TABLE[action][state] : 'notice/not-found', `${state} ${action} ${role}`);
        }
      }
    }
  });

  it('says to whoever comes second what has been done already', () => {
    const said = (state: NoticeState, action: NoticeAction) => {
      const decision = noticeMay(state, action, true);
      return decision.ok ? '' : decision.problem.title;
    };
    assert.match(said('published', 'let_through'), /已经放行/);
    assert.match(said('withdrawn', 'withdraw'), /已经撤回/);
    assert.match(said('withdrawn', 'let_through'), /「已撤回」/);
  });
});

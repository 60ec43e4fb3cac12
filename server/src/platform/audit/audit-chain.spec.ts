import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  BEGINNING,
  follow,
  isBreak,
  type Link,
  type SealedContent,
  type StoredSeal,
  sealHash,
} from './audit-chain.js';

const moment = fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }).map((ms) => new Date(ms));
const id = fc.uuid({ version: 7 });
const contents: fc.Arbitrary<SealedContent> = fc.record({
  id,
  at: moment,
  action: fc.constantFrom('session.sign_in', 'hotline.export', 'appointment.end'),
  actorId: fc.option(id, { nil: null }),
  subjectType: fc.constantFrom('person', 'incident'),
  subjectId: id,
  aboutPersonId: fc.option(id, { nil: null }),
  communityId: fc.option(id, { nil: null }),
  details: fc.constantFrom('{}', '{"rows":3}'),
});
const entries = fc.uniqueArray(contents, { minLength: 3, maxLength: 12, selector: ({ id }) => id });

function sealed(all: readonly SealedContent[]): StoredSeal[] {
  let before: Link = BEGINNING;
  return all.map((entry) => {
    const sealedAt = new Date(1_800_000_000_000 + before.seq);
    const hash = sealHash(before, sealedAt, entry);
    const seal = { seq: before.seq + 1, entryId: entry.id, sealedAt, prevHash: before.hash, hash, entry };
    before = { seq: seal.seq, hash };
    return seal;
  });
}

function firstBreak(seals: readonly StoredSeal[]) {
  let at: Link = BEGINNING;
  for (const seal of seals) {
    const next = follow(at, seal);
    if (isBreak(next)) return next;
    at = next;
  }
  return null;
}

/** Ways to change what was kept, each with what it is seen as. */
const FORGERIES: Record<string, (seals: StoredSeal[], at: number) => StoredSeal[]> = {
  'an entry that was changed': (seals, at) =>
    seals.map((seal, index) =>
      index === at && seal.entry !== null
        ? { ...seal, entry: { ...seal.entry, action: 'notice.read' } }
        : seal,
    ),
  'an entry that is gone': (seals, at) =>
    seals.map((seal, index) => (index === at ? { ...seal, entry: null } : seal)),
  'an entry that is gone with its seal': (seals, at) => seals.filter((_, index) => index !== at),
  'the same with the rest numbered anew': (seals, at) =>
    seals.filter((_, index) => index !== at).map((seal, index) => ({ ...seal, seq: index + 1 })),
  'two in each other’s place': (seals, at) => {
    const [one, other] = [seals[at], seals[at + 1]];
    if (one === undefined || other === undefined) return seals;
    const swapped = [...seals];
    swapped[at] = { ...one, entryId: other.entryId, entry: other.entry };
    swapped[at + 1] = { ...other, entryId: one.entryId, entry: one.entry };
    return swapped;
  },
  'one sealed anew after it was changed': (seals, at) =>
    seals.map((seal, index) => {
      if (index !== at || seal.entry === null) return seal;
      const entry = { ...seal.entry, subjectType: 'hotline_order' };
      const before = { seq: seal.seq - 1, hash: seal.prevHash };
      return { ...seal, entry, hash: sealHash(before, seal.sealedAt, entry) };
    }),
};

describe('the chain of seals', () => {
  it('holds over what nobody touched, whatever is in it', () => {
    fc.assert(
      fc.property(entries, (all) => assert.equal(firstBreak(sealed(all)), null)),
      { seed: 23, numRuns: 100 },
    );
  });

  for (const [name, forge] of Object.entries(FORGERIES))
    it(`breaks at or right after ${name}`, () => {
      fc.assert(
        fc.property(entries, fc.nat(), (all, anywhere) => {
          const at = anywhere % (all.length - 1);
          const found = firstBreak(forge(sealed(all), at));
          assert.ok(found !== null);
          assert.ok(
            found.seq === at + 1 || found.seq === at + 2,
            `found at ${found.seq}, forged at ${at + 1}`,
          );
        }),
        { seed: 24, numRuns: 100 },
      );
    });

  it('does not cover names, so that one can be erased', () => {
    fc.assert(
      fc.property(contents, (entry) => {
        const named = { ...entry, actorName: '张三', subjectLabel: '李四' };
        assert.equal(sealHash(BEGINNING, entry.at, named), sealHash(BEGINNING, entry.at, entry));
      }),
      { seed: 25, numRuns: 20 },
    );
  });
});

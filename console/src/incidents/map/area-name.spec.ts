import assert from 'node:assert/strict';
import { it } from 'node:test';
import { nameWithin } from './area-name';

it('a name on the map is as much of it as fits into its area', () => {
  assert.equal(nameWithin('12 网格', 60), '12 网格');
  assert.equal(nameWithin('12 网格', 40), '12');
  assert.equal(nameWithin('12 网格', 10), '');
  assert.equal(nameWithin('河滩', 40), '河滩');
  assert.equal(nameWithin('河滩', 20), '');
});

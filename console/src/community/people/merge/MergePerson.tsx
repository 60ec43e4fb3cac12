import { Button } from 'antd';
import { useState } from 'react';
import type { ComparedPerson } from '../../../api/contract';
import { useMe } from '../../../session/useMe';
import { MergeDialog } from './MergeDialog';

/** Whether whoever is signed in may make this person and another entry of theirs into one; nobody does it to themselves. */
export function useMayMerge(personId: string | null): boolean {
  const { id: myId, permissions } = useMe();
  return personId !== null && personId !== myId && permissions.includes('person.merge');
}

/** In a drawer about somebody: they stay, and who else they are is looked for. */
export function MergePerson({ person }: { person: Pick<ComparedPerson, 'id' | 'name'> }) {
  const mayMerge = useMayMerge(person.id);
  const [merging, setMerging] = useState(false);
  if (!mayMerge) return null;
  return (
    <>
      <Button size="large" className="next-other" onClick={() => setMerging(true)}>
        合并重复的人
      </Button>
      {merging && <MergeDialog known={person} onClose={() => setMerging(false)} />}
    </>
  );
}

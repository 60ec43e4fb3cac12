import { useMutation, useQuery } from '@tanstack/react-query';
import { ChevronRight, User } from 'lucide-react';
import { answered } from '../api/answered';
import { asProblem } from '../api/problem';
import { publicApi } from '../api/public-client';
import { saveSession } from './session.store';

/** One tap to become a demo person. Where the server runs no demo it answers 404 and nothing is drawn. */
export function DemoPeople() {
  const people = useQuery({
    queryKey: ['demo-people'],
    queryFn: () => answered(publicApi.GET('/api/auth/demo-people')),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const enter = useMutation({
    mutationFn: (key: string) => answered(publicApi.POST('/api/auth/demo', { body: { key } })),
    onSuccess: saveSession,
    retry: false,
  });
  const staff = people.data?.items.filter((person) => person.client === 'console') ?? [];
  if (staff.length === 0) return null;
  return (
    <section className="demo-people" aria-labelledby="demo-people">
      <h2 id="demo-people">演示：点一下就进</h2>
      {enter.isError && (
        <p className="notice over" role="alert">
          {asProblem(enter.error).title}
        </p>
      )}
      <ul>
        {staff.map((person) => (
          <li key={person.key}>
            <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(person.key)}>
              <span className="avatar">
                <User />
              </span>
              <span className="grow">
                <b>{person.name}</b>
                <span className="note-text">
                  {[person.roleLabel, person.hint].filter(Boolean).join(' · ')}
                </span>
              </span>
              <ChevronRight />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

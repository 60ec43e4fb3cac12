import { useMutation, useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useEffect, useRef } from 'react';
import { Button } from '../../../../components/Button';
import { Icon } from '../../../../components/Icon';
import { Wrong } from '../../../../components/Wrong';
import { followIncident, unfollowIncident } from '../../../../features/incident/api';
import type { IncidentDetail, IncidentFollowing } from '../../../../request/contract';
import { Refusal, sentence } from '../../../../request/refusal';
import { useSignedIn } from '../../../../session/session.store';
import { goSignIn } from '../../../../session/useSignIn';

/** To hear how it goes without having reported it, and to stop hearing. */
export function FollowButton({ incident }: { incident: IncidentDetail }) {
  const { id, mayFollow, following, followerCount } = incident;
  const client = useQueryClient();
  const signedIn = useSignedIn();
  const wanted = useRef(false);
  const { mutate, isPending, error } = useMutation<IncidentFollowing, unknown, boolean>({
    mutationFn: (follow) => (follow ? followIncident(id) : unfollowIncident(id)),
    onSuccess: (now) =>
      client.setQueryData<IncidentDetail>(['incident', id], (before) => before && { ...before, ...now }),
    onError: (failure, follow) => {
      if (!(failure instanceof Refusal) || failure.problem.status !== 401) return;
      wanted.current = follow;
      goSignIn();
    },
    onSettled: () => {
      for (const key of [['incident', id], ['followed']]) void client.invalidateQueries({ queryKey: key });
    },
  });

  // Whoever pressed the button and then signed in does not have to press it again.
  useEffect(() => {
    if (!signedIn || !wanted.current) return;
    wanted.current = false;
    mutate(true);
  }, [signedIn, mutate]);

  const press = () => {
    if (signedIn) return mutate(!following);
    wanted.current = true;
    goSignIn();
  };

  if (!mayFollow && !following) return null;
  return (
    <View className="card col" id="follow">
      <View className="row wrap between">
        <View className="row-s grow follow-words">
          <Icon name="users-round" small />
          <View className="grow">
            <View>{followersWords(following, followerCount)}</View>
            <View className="t3">{following ? '办到哪一步都会告诉您' : '关注后，办到哪一步都会告诉您'}</View>
          </View>
        </View>
        <Button small kind={following ? 'outline' : 'soft'} id="follow-turn" busy={isPending} onTap={press}>
          {following ? '不再关注' : '我也关注'}
        </Button>
      </View>
      <Wrong words={error ? sentence(error) : undefined} />
    </View>
  );
}

function followersWords(following: boolean, count: number): string {
  if (!following) return count === 0 ? '这件事也和您有关' : `${count} 人在关注`;
  return count === 1 ? '您在关注' : `您和另外 ${count - 1} 人在关注`;
}

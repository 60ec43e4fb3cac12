import { useQuery } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { Wrong } from '../../components/Wrong';
import { readDemoPeople, signInAsDemo } from '../../features/identity/api';
import type { Session } from '../../request/contract';

interface Props {
  /** Why the last try failed, in words. */
  wrong: string | undefined;
  enter(signIn: () => Promise<Session>): Promise<void>;
}

/** In the demo, one tap to be somebody. Where there is no demo the server has no such people and nothing is shown. */
export function DemoPeopleCard({ wrong, enter }: Props) {
  const { data } = useQuery({
    queryKey: ['demo-people'],
    queryFn: readDemoPeople,
    retry: false,
    staleTime: Infinity,
  });
  const [all, setAll] = useState(false);
  const phones = data?.items.filter(({ client }) => client === 'miniapp') ?? [];
  const desks = data?.items.filter(({ client }) => client === 'console') ?? [];
  if (phones.length === 0) return null;
  const people = all ? [...phones, ...desks] : phones;
  return (
    <View className="card">
      <View className="demo-head">
        <View className="t1">演示：点一下就当这个人</View>
        <Wrong words={wrong} />
      </View>
      {people.map(({ key, name, hint }) => {
        const become = () => void enter(() => signInAsDemo(key));
        return (
          <View
            key={key}
            id={`demo-${key}`}
            className="demo-person"
            aria-role="button"
            role="button"
            {...pressable(become)}
            onClick={become}
          >
            <View className="grow">
              <View className="t2">{name}</View>
              <View className="t3">{hint}</View>
            </View>
            <Icon name="chevron-right" small />
          </View>
        );
      })}
      {all || desks.length === 0 ? null : (
        <Button kind="plain" id="demo-desk-people" onTap={() => setAll(true)}>
          坐办公室的人也能用手机
        </Button>
      )}
    </View>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { useCommunities } from '../../features/area/hooks';
import { useHere } from '../../session/here.store';
import { useMe } from '../../session/session.store';

/** Where I am, and a tap to be somewhere else. Whoever has a grid reads which. */
export function PlaceChip() {
  const me = useMe();
  const { here, arrive } = useHere();
  const [open, setOpen] = useState(false);
  const { data } = useCommunities();
  const mine = me?.appointments.find((appointment) => appointment.gridName !== null);
  const name = here?.communityName ?? '选一个社区';
  const words = mine ? `${mine.gridName} · 我负责` : [name, here?.gridName].filter(Boolean).join(' · ');
  const toggle = () => setOpen(!open);
  return (
    <View className="col-s">
      <View
        id="place-chip"
        className="place-chip"
        aria-role="button"
        role="button"
        aria-expanded={open}
        {...pressable(toggle)}
        onClick={toggle}
      >
        <Icon name="map-pin" small />
        <View>{words}</View>
        <Icon name="chevron-down" small />
      </View>
      {open ? (
        <View className="card">
          <View className="t3">看哪个社区的事</View>
          {(data?.items ?? []).map((community) => {
            const choose = () => {
              arrive({
                communityId: community.id,
                communityName: community.name,
                gridName: null,
                placeCode: null,
                placeLabel: null,
              });
              setOpen(false);
            };
            return (
              <View
                key={community.id}
                className="choice"
                aria-role="button"
                role="button"
                {...pressable(choose)}
                onClick={choose}
              >
                <View className="t2">{community.name}</View>
                {community.id === here?.communityId ? (
                  <Icon name="check" small />
                ) : (
                  <View className="t3">{community.subdistrictName}</View>
                )}
              </View>
            );
          })}
        </View>
      ) : null}
    </View>
  );
}

import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../../components/Icon';
import { pressable } from '../../components/pressable';
import { useHere } from '../../session/here.store';
import { useMe } from '../../session/session.store';
import { PlaceSheet } from './PlaceSheet';

/** Where I am, and a tap to be somewhere else. Whoever has a grid here reads which. */
export function PlaceChip() {
  const me = useMe();
  const here = useHere((state) => state.here);
  const [open, setOpen] = useState(false);
  const mine = me?.appointments.find(
    ({ gridName, communityId }) => gridName !== null && (here === null || communityId === here.communityId),
  );
  const words = mine
    ? `${mine.gridName}·我负责`
    : [here?.communityName ?? '选一个社区', here?.gridName].filter(Boolean).join('·');
  const show = () => setOpen(true);
  return (
    <>
      <View
        id="place-chip"
        className="place-chip"
        aria-role="button"
        role="button"
        aria-expanded={open}
        {...pressable(show)}
        onClick={show}
      >
        <Icon name="map-pin" small />
        <View>{words}</View>
        <Icon name="chevron-down" small className="place-chip-more" />
      </View>
      {open ? <PlaceSheet onClose={() => setOpen(false)} /> : null}
    </>
  );
}

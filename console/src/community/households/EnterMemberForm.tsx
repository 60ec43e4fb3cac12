import { HOME_RELATION_LABELS, HOME_RELATIONS, type HomeRelation, LIMITS } from '@linli/shared';
import { Checkbox, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { Field } from '../../forms/Field';
import { FormDialog } from '../../forms/FormDialog';
import { SEARCHED } from '../../forms/searched';
import { useBuildingChoices } from './useBuildingChoices';
import { useDoors } from './useDoors';
import { useEntering } from './useHouseholds';

interface EnterMemberFormProps {
  onEntered: (id: string) => void;
  onClose: () => void;
}

const RELATIONS = HOME_RELATIONS.map((value) => ({ value, label: HOME_RELATION_LABELS[value] }));

/** An elder without a phone belongs to a home as everybody else does: staff say it for them, and both names are kept. */
export function EnterMemberForm({ onEntered, onClose }: EnterMemberFormProps) {
  const buildings = useBuildingChoices();
  const [buildingId, setBuildingId] = useState<string | null>(null);
  const [homeId, setHomeId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [relation, setRelation] = useState<HomeRelation | null>(null);
  const [livesHere, setLivesHere] = useState(true);
  const doors = useDoors(buildingId);
  const enter = useEntering((id) => {
    onClose();
    onEntered(id);
  });
  const rooms =
    doors.data?.entrances.map((entrance) => ({
      label: entrance.name,
      options: entrance.homes.map(({ id, room }) => ({ value: id, label: `${entrance.name} ${room}` })),
    })) ?? [];
  const ready = homeId !== null && relation !== null && name.trim() !== '';
  return (
    <FormDialog
      title="登记没有手机的住户"
      submit="登记"
      cancel="先不登记"
      ready={ready}
      pending={enter.pending}
      onSubmit={() => {
        if (homeId !== null && relation !== null)
          enter.run({ homeId, name: name.trim(), relation, livesHere });
      }}
      onClose={onClose}
      className="people-form"
      wrong={enter.problem?.title}
    >
      <Field id="enter-name" label="姓名" hint="身份证上的名字。">
        <Input
          id="enter-name"
          autoFocus
          maxLength={LIMITS.personNameChars}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
      </Field>
      <Field id="enter-building" label="哪栋楼">
        <Select
          id="enter-building"
          aria-label="哪栋楼"
          showSearch={SEARCHED}
          placeholder="选一栋楼，可以打字找"
          value={buildingId}
          options={buildings}
          onChange={(id: string) => {
            setBuildingId(id);
            setHomeId(null);
          }}
        />
      </Field>
      {buildingId !== null && (
        <Field
          id="enter-home"
          label="哪一户"
          error={
            doors.isError
              ? '没有取到这栋楼的房号，请再选一次'
              : doors.data && rooms.length === 0 && '这栋楼还没有登记房屋'
          }
        >
          <Select
            id="enter-home"
            aria-label="哪一户"
            showSearch={SEARCHED}
            loading={doors.isLoading}
            placeholder="选单元和房号"
            value={homeId}
            options={rooms}
            onChange={setHomeId}
          />
        </Field>
      )}
      <Field label="和这户的关系">
        <Radio.Group
          aria-label="和这户的关系"
          optionType="button"
          options={RELATIONS}
          value={relation}
          onChange={(e) => setRelation(e.target.value)}
        />
      </Field>
      <Checkbox checked={livesHere} onChange={(e) => setLivesHere(e.target.checked)}>
        住在这里
      </Checkbox>
    </FormDialog>
  );
}

import { HOME_USAGE_LABELS, HOME_USAGES, type HomeUsage, LIMITS } from '@linli/shared';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import type { HomeDetail } from '../../api/contract';
import { Field } from '../../forms/Field';
import { FootForm } from '../../forms/FootForm';
import { useHomeChange } from './useHomes';

interface Description {
  usage: HomeUsage;
  floorArea?: number;
  titleNumber?: string;
}

const USAGES = HOME_USAGES.map((value) => ({ value, label: HOME_USAGE_LABELS[value] }));
const SQUARE_METRES = /^\d{1,7}(\.\d{1,2})?$/;

/** What a home is: its use, its area, its title number. Who owns it is said elsewhere. */
export function DescribeForm({ home, onClose }: { home: HomeDetail; onClose: () => void }) {
  const [usage, setUsage] = useState(home.usage);
  const [area, setArea] = useState(home.floorArea === null ? '' : (home.floorArea / 100).toFixed(2));
  const [title, setTitle] = useState(home.titleNumber ?? '');
  const [tried, setTried] = useState(false);
  const describe = useHomeChange({
    send: (actionId, words: Description) =>
      api.POST('/api/homes/{id}/describe', {
        params: { path: { id: home.id } },
        body: { actionId, ...words },
      }),
    say: '改好了',
    after: onClose,
  });
  const said = area.trim();
  const floorArea = SQUARE_METRES.test(said) ? Math.round(Number(said) * 100) : 0;
  const unreadable = said !== '' && (floorArea < 1 || floorArea > LIMITS.homeAreaHundredths);
  const submit = () => {
    setTried(true);
    if (unreadable) return;
    describe.run({
      usage,
      ...(said === '' ? {} : { floorArea }),
      ...(title.trim() === '' ? {} : { titleNumber: title.trim() }),
    });
  };
  return (
    <FootForm
      title="改面积、用途、证号"
      hint="按不动产权证写。面积会用在业主表决里，改过会记下是谁改的。"
      submit="改好了"
      cancel="先不改"
      wrong={describe.problem?.title}
      pending={describe.pending}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="owner-fields">
        <Field label="用途">
          <Select<HomeUsage> aria-label="用途" value={usage} options={USAGES} onChange={setUsage} />
        </Field>
        <Field
          id="home-area"
          label="建筑面积（㎡）"
          hint="不知道就空着"
          error={tried && unreadable && '面积写成 88.50 这样的数'}
        >
          <Input
            id="home-area"
            inputMode="decimal"
            maxLength={10}
            value={area}
            onChange={(e) => setArea(e.target.value)}
          />
        </Field>
        <Field id="home-title" label="不动产权证号" hint="没有就空着">
          <Input
            id="home-title"
            maxLength={LIMITS.titleNumberChars}
            value={title}
            onChange={(e) => setTitle(e.target.value)}
          />
        </Field>
      </div>
    </FootForm>
  );
}

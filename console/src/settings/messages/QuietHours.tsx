import { DEFAULT_QUIET_HOURS, type QuietHours as Hours } from '@linli/shared';
import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { SettingsCard } from '../SettingsCard';

interface QuietHoursProps {
  quietHours: Hours | null;
  onChange: (quietHours: Hours | null) => void;
}

/** From when to when nothing rings. What comes meanwhile waits until the end, but for what is urgent. */
export function QuietHours({ quietHours, onChange }: QuietHoursProps) {
  const [from, setFrom] = useState((quietHours ?? DEFAULT_QUIET_HOURS).from);
  const [to, setTo] = useState((quietHours ?? DEFAULT_QUIET_HOURS).to);
  const changed = quietHours !== null && (from !== quietHours.from || to !== quietHours.to);
  return (
    <SettingsCard title="安静时间" note="这段时间里微信和短信先不响，到点再告诉您；有人上报、超时升级除外。">
      <div className="row">
        <Switch
          checked={quietHours !== null}
          aria-label="安静时间"
          onChange={(on) => onChange(on ? { from, to } : null)}
        />
        {quietHours === null ? '没有安静时间' : '有安静时间'}
      </div>
      {quietHours !== null && (
        <div className="row wrap">
          <Input
            type="time"
            className="settings-time"
            aria-label="从几点"
            value={from}
            onChange={(e) => setFrom(e.target.value)}
          />
          到
          <Input
            type="time"
            className="settings-time"
            aria-label="到几点"
            value={to}
            onChange={(e) => setTo(e.target.value)}
          />
          {from > to && <span className="note-text">第二天早上</span>}
          <Button disabled={!changed || !from || !to} onClick={() => onChange({ from, to })}>
            保存时间
          </Button>
        </div>
      )}
    </SettingsCard>
  );
}

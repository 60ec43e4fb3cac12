import { Switch } from 'antd';
import type { MessageChoice, MessageSettings } from '../../api/contract';
import { SettingsCard } from '../SettingsCard';

interface KindTableProps {
  settings: MessageSettings;
  onChange: (choice: MessageChoice) => void;
}

/** A row for each kind, a column for each way. What cannot be switched says so instead of pretending. */
export function KindTable({ settings: { channels, kinds }, onChange }: KindTableProps) {
  const unreachable = channels.filter(({ reachable }) => !reachable).map(({ label }) => label);
  return (
    <SettingsCard title="怎么告诉我" note="站内消息一直都有；别的方式可以自己选。">
      {unreachable.length > 0 && (
        <p className="notice wait">
          还不知道怎么用{unreachable.join('、')}找到您：在手机上登录一次小程序就可以了。
        </p>
      )}
      <table className="settings-table">
        <thead>
          <tr>
            <th>什么事</th>
            <th>站内</th>
            {channels.map(({ channel, label }) => (
              <th key={channel}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, label, urgent, channels: ways }) => (
            <tr key={kind}>
              <td>
                {label}
                {urgent && <span className="note-text"> 夜里也会提醒</span>}
              </td>
              <td className="note-text">一直有</td>
              {channels.map(({ channel, label: way }) => {
                const one = ways.find((w) => w.channel === channel);
                return (
                  <td key={channel}>
                    {one?.switchable ? (
                      <Switch
                        checked={one.on}
                        aria-label={`${label}，${way}`}
                        onChange={(on) => onChange({ kind, channel, on })}
                      />
                    ) : (
                      <span className="note-text">{one ? '一直有' : '没有'}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </SettingsCard>
  );
}

import { LIMITS } from '@linli/shared';
import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../../components/Button';
import { Wrong } from '../../../../components/Wrong';

/** Asks for the code on the slip; capitals, spaces and hyphens do not matter. */
export function CodeForm({ wrong, onCode }: { wrong: string | undefined; onCode: (code: string) => void }) {
  const [typed, setTyped] = useState('');
  const [short, setShort] = useState(false);
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  const look = () => {
    setShort(code.length !== LIMITS.followCodeChars);
    if (code.length === LIMITS.followCodeChars) onCode(code);
  };
  const fault = short ? `查询码是 ${LIMITS.followCodeChars} 位，请照着单子再看看` : wrong;
  return (
    <View className="card col">
      <View className="t1">请社区代报的事，办到哪了</View>
      <View className="col-s">
        <View className="t2">查询码</View>
        <Input
          id="follow-code"
          className={`field ${fault ? 'field-wrong' : ''}`}
          value={typed}
          maxlength={LIMITS.followCodeChars + 4}
          placeholder="单子上的 10 位字母和数字"
          aria-label="查询码"
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={look}
        />
        <Wrong words={fault} />
      </View>
      <Button id="look-up" onTap={look}>
        查一查
      </Button>
    </View>
  );
}

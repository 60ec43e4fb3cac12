import { Input, View } from '@tarojs/components';
import { Button } from '../../components/Button';
import { Icon } from '../../components/Icon';
import { Wrong } from '../../components/Wrong';
import type { PhoneCode } from './usePhoneCode';

interface Props {
  /** What the fields are told apart by where a page has more of them; ids begin with it. */
  id: string;
  label: string;
  code: PhoneCode;
}

/** A telephone number, and the code that was sent to it. */
export function PhoneCodeFields({ id, label, code }: Props) {
  const { phone, typed, faults, sending, waitSeconds, demoCode } = code;
  return (
    <>
      <View className="col-s">
        <View className="t2">{label}</View>
        <Input
          id={id}
          className={`field ${faults.phone ? 'field-wrong' : ''}`}
          type="number"
          maxlength={11}
          value={phone}
          placeholder="11 位手机号"
          aria-label={label}
          onInput={(event) => code.writePhone(event.detail.value)}
        />
        <Wrong words={faults.phone} />
      </View>
      <View className="col-s">
        <View className="t2">验证码</View>
        <View className="code-line">
          <Input
            id={`${id}-code`}
            className={`field ${faults.code ? 'field-wrong' : ''}`}
            type="number"
            maxlength={6}
            value={typed}
            placeholder="6 位数字"
            aria-label="验证码"
            onInput={(event) => code.writeCode(event.detail.value)}
          />
          <Button
            id={id === 'phone' ? 'send-code' : `${id}-send-code`}
            kind="soft"
            small
            busy={sending || waitSeconds > 0}
            onTap={() => void code.ask()}
          >
            {waitSeconds > 0 ? `${waitSeconds} 秒后再发` : '发验证码'}
          </Button>
        </View>
        <Wrong words={faults.code} />
      </View>
      {demoCode ? (
        <View className="note note-wait">
          <Icon name="message-circle" small />
          <View>演示不发短信，验证码是 {demoCode}</View>
        </View>
      ) : null}
      <Wrong words={faults.form} />
    </>
  );
}

import { LIMITS } from '@linli/shared';
import { Textarea, View } from '@tarojs/components';

interface Props {
  id: string;
  value: string;
  placeholder: string;
  /** What is asked here, for who cannot see it. */
  label: string;
  wrong?: boolean;
  /** A note's length when absent. */
  maxChars?: number;
  onWrite: (words: string) => void;
}

/** A few lines of one's own, with how many there may be. */
export function WordsField({
  id,
  value,
  placeholder,
  label,
  wrong = false,
  maxChars = LIMITS.noteChars,
  onWrite,
}: Props) {
  return (
    <View>
      <Textarea
        id={id}
        className={`field field-area ${wrong ? 'field-wrong' : ''}`}
        value={value}
        maxlength={maxChars}
        placeholder={placeholder}
        aria-label={label}
        disableDefaultPadding
        onInput={(event) => onWrite(event.detail.value)}
      />
      <View className="t3 field-count">
        {value.length} / {maxChars}
      </View>
    </View>
  );
}

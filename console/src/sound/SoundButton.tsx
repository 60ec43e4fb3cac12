import { Volume2, VolumeX } from 'lucide-react';
import { chooseSound, useSound } from './sound.store';

/** On or silent, remembered on this machine. Until the first click the browser keeps it silent whatever was chosen. */
export function SoundButton() {
  const { on, awake } = useSound();
  const words = !on
    ? '已静音，点一下打开提示音'
    : awake
      ? '提示音开着，点一下静音'
      : '提示音开着，在页面上点一下之后才会响；点这里静音';
  return (
    <button
      type="button"
      className="icon-button"
      id="sound"
      aria-pressed={on}
      aria-label="提示音"
      title={words}
      onClick={() => chooseSound(!on)}
    >
      {on ? <Volume2 /> : <VolumeX />}
    </button>
  );
}

import { soundLengthWords } from '@linli/shared';
import { Mic } from 'lucide-react';
import { useState } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { FactCard } from './FactCard';

/** A report that was spoken: to be heard here, and what was written down of it. */
export function VoiceCard({ incident: { voice, voiceWords } }: { incident: IncidentDetail }) {
  const [failed, setFailed] = useState(false);
  if (!voice) return null;
  return (
    <FactCard
      icon={<Mic />}
      tone={voiceWords ? 'rest' : 'wait'}
      title={`居民说了一段，${soundLengthWords(voice.durationMs)}`}
      note="邻居和帮办的听不到"
    >
      <audio
        className="voice-player"
        controls
        controlsList="nodownload"
        preload="none"
        src={voice.url}
        aria-label="录音"
        onPlay={() => setFailed(false)}
        onError={() => setFailed(true)}
      >
        {/* Nobody has timed the words; they stand below as soon as somebody has written them down. */}
        <track kind="captions" />
      </audio>
      {failed && <p role="alert">录音放不出来，刷新页面再听一次</p>}
      <p>{voiceWords ? `写下来的：${voiceWords}` : '还没有人写下录音说的，写了邻居和帮办的才看得到'}</p>
    </FactCard>
  );
}

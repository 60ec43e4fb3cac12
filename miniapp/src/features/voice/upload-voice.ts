import type { VoiceNote } from '../../request/contract';
import { sendFile } from '../upload/send-file';
import { browserBytes } from './keep-recording';
import type { DraftVoice } from './voice-note';

export function uploadVoice({ id, path: filePath }: DraftVoice): Promise<VoiceNote> {
  const bytes = () => browserBytes(filePath);
  return sendFile({ path: '/api/voices', id, filePath, bytes, fileName: `${id}.wav` }, () => undefined);
}

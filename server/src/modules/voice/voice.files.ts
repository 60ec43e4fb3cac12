import type { FileKey } from '../../platform/files/file-storage.js';
import type { VoiceNote } from './voice-note.entity.js';

/** Where one recording lies. */
export function voiceFile({
  id,
  requestHash,
  format,
}: Pick<VoiceNote, 'id' | 'requestHash' | 'format'>): FileKey {
  return { kind: 'voices', id, requestHash, name: `voice.${format}` };
}

import { CreateVoiceNotes1765000010000 } from './migrations/1765000010000-CreateVoiceNotes.js';
import { FindUnusedVoiceNotes1765000014000 } from './migrations/1765000014000-FindUnusedVoiceNotes.js';
import { VoiceNote } from './voice-note.entity.js';

export { VoiceNoteDto } from './dto/voice.dto.js';
export { asWav } from './formats/wav.js';
export { VoiceLinks } from './voice.links.js';
export { VoiceModule } from './voice.module.js';
export { VoiceService } from './voice.service.js';

export const voiceEntities = [VoiceNote];
export const voiceMigrations = [CreateVoiceNotes1765000010000, FindUnusedVoiceNotes1765000014000];

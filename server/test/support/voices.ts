import { mp3 } from '../../src/modules/voice/recordings.fixture.js';
import type { Answer } from './api.js';
import type { CastMember, Neighbourhood } from './neighbourhood.js';
import { newId } from './new-id.js';

/** Uploads a recording, or what passes for one, as a phone does. */
export function uploadVoice(
  here: Neighbourhood,
  who: CastMember | null,
  file: Uint8Array,
  id = newId(),
  name = 'voice.mp3',
): Promise<Answer> {
  const form = new FormData();
  form.set('id', id);
  form.set('file', new Blob([new Uint8Array(file)], { type: 'audio/mpeg' }), name);
  return here.as(who, 'POST', '/api/voices', form);
}

/** A recording of three seconds, ready to be reported with. */
export async function bringVoice(here: Neighbourhood, who: CastMember): Promise<string> {
  const answer = await uploadVoice(here, who, mp3(3));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

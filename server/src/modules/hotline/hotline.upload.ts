import '@fastify/multipart';
import { LIMITS } from '@linli/shared';
import type { FastifyRequest } from 'fastify';
import { requestInvalid, requestUnreadable } from '../../platform/http/request.errors.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { spreadsheetIncomplete, spreadsheetTooLarge } from '../../platform/spreadsheet/spreadsheet.errors.js';

const PARTS = { fields: 1, files: 1, parts: 2, fieldSize: 200, fileSize: LIMITS.spreadsheetBytes };

/** Takes one sheet and its id out of a multipart request; it is small enough to be held. */
export async function receiveSheet(request: FastifyRequest): Promise<{ id: string; file: Buffer }> {
  if (!request.isMultipart()) throw requestUnreadable();
  let id: unknown;
  let file: Buffer | null = null;
  try {
    for await (const part of request.parts({ limits: PARTS })) {
      if (part.type === 'field') {
        if (part.fieldname === 'id') id = part.value;
        continue;
      }
      // All of it is read even when it is too much: who is cut off while sending never reads why.
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) chunks.push(chunk);
      if (part.file.truncated) throw spreadsheetTooLarge();
      file = Buffer.concat(chunks);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'ProblemError' ? error : spreadsheetIncomplete();
  }
  if (!isUuidV7(id)) throw requestInvalid(undefined, [{ field: 'id', message: '编号的格式不对' }]);
  if (file === null) throw requestInvalid(undefined, [{ field: 'file', message: '请选一个表格' }]);
  return { id, file };
}

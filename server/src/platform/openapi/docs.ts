import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './document.js';

/** /api/docs for reading, /api/openapi.json for programs; made when first asked for. */
export function serveDocs(app: NestFastifyApplication): void {
  let document: OpenAPIObject | null = null;
  const made = () => {
    document ??= openApiDocument(app);
    return document;
  };
  SwaggerModule.setup('api/docs', app, made, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
}

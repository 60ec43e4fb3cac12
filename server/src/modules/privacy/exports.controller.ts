import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseEnumPipe, Query, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { Public } from '../../platform/auth/can.decorator.js';
import { SignedLinkQueryDto } from '../../platform/files/signed-links.js';
import { GUESSABLE } from '../identity/index.js';
import { exportOver } from './privacy.errors.js';
import { exportJson, exportPage } from './privacy.export-page.js';
import { EXPORT_FORMATS, type ExportFormat, PrivacyExports } from './privacy.exports.js';
import { endWith } from './privacy.gatherings.js';

const FORMATS = Object.fromEntries(EXPORT_FORMATS.map((format) => [format, format]));

/** What a signed link opens: it is good for a day, in any browser. */
@ApiTags('privacy')
@Controller('privacy/exports')
@UseGuards(ThrottlerGuard)
@Throttle(GUESSABLE)
export class ExportsController {
  constructor(private readonly exports: PrivacyExports) {}

  @Get(':id/:format')
  @Public()
  @ApiOperation({ operationId: 'openExport', summary: '打开导出的个人信息；地址带签名，一天后失效' })
  @ApiParam({ name: 'format', enum: EXPORT_FORMATS })
  @ApiProduces('text/html', 'application/json')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async open(
    @Param('id') id: string,
    @Param('format', new ParseEnumPipe(FORMATS, { exceptionFactory: () => exportOver() }))
    format: ExportFormat,
    @Query() link: SignedLinkQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const gathered = await this.exports.open(id, format, link);
    const pieces = format === 'html' ? exportPage(gathered) : exportJson(gathered);
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    return new StreamableFile(endWith(Readable.from(pieces), gathered.end), {
      type: format === 'html' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
      // Saved, never run on our own address.
      disposition: `attachment; filename="linli-my-data.${format}"`,
    });
  }
}

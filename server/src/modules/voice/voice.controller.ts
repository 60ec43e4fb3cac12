import { LIMITS } from '@linli/shared';
import {
  Controller,
  Get,
  Headers,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import type { ByteRange } from '../../platform/files/file-storage.js';
import { FileUpload, type UploadKind } from '../../platform/files/file-upload.js';
import { SignedLinkQueryDto } from '../../platform/files/signed-links.js';
import { VoiceNoteDto } from './dto/voice.dto.js';
import type { VoiceFormat } from './formats/sound.js';
import { voiceIncomplete, voiceNotFound, voiceTooLarge } from './voice.errors.js';
import { VoiceLinks } from './voice.links.js';
import { partOf } from './voice.part.js';
import { VoiceService } from './voice.service.js';

const VOICE: UploadKind = {
  maxBytes: LIMITS.voiceBytes,
  noun: '录音',
  missing: '请先录一段',
  tooLarge: voiceTooLarge,
  incomplete: voiceIncomplete,
};
const MEDIA_TYPES: Record<VoiceFormat, string> = { mp3: 'audio/mpeg', wav: 'audio/wav' };

@ApiTags('voices')
@Controller('voices')
export class VoiceController {
  constructor(
    private readonly uploads: FileUpload,
    private readonly voices: VoiceService,
    private readonly links: VoiceLinks,
  ) {}

  @Post()
  @Can('voice.upload')
  @ApiOperation({ operationId: 'uploadVoice', summary: '上传一段录音；字段 id 要写在 file 前面' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['id', 'file'],
      properties: { id: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: VoiceNoteDto })
  async create(@CurrentActor() actor: SignedInActor, @Req() request: FastifyRequest): Promise<VoiceNoteDto> {
    const note = await this.uploads.receive(request, VOICE, (file) => this.voices.add(actor.personId, file));
    return this.links.noteOf(note);
  }

  @Get(':id/:file')
  @Public()
  @ApiOperation({ operationId: 'readVoice', summary: '听录音；地址带签名，过时就不能听' })
  @ApiProduces('audio/mpeg', 'audio/wav')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('id') id: string,
    @Param('file') name: string,
    @Query() query: SignedLinkQueryDto,
    @Headers('range') range: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    this.links.check(id, query);
    const note = await this.voices.find(id);
    if (note === null || name !== `voice.${note.format}`) throw voiceNotFound();
    let part: ByteRange | null = null;
    const { bytes, stream } = await this.voices.open(note, (size) => {
      part = partOf(range, size);
      return part;
    });
    // Kept by the person's own browser only.
    reply.headers({
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const asked = part as ByteRange | null;
    if (asked !== null) {
      reply.status(HttpStatus.PARTIAL_CONTENT);
      reply.header('content-range', `bytes ${asked.first}-${asked.last}/${bytes}`);
    }
    const length = asked === null ? bytes : asked.last - asked.first + 1;
    return new StreamableFile(stream, { type: MEDIA_TYPES[note.format], length });
  }
}

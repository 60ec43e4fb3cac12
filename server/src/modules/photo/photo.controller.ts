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
  ApiParam,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can, Public } from '../../platform/auth/can.decorator.js';
import { FileUpload, type UploadKind } from '../../platform/files/file-upload.js';
import { SignedLinkQueryDto } from '../../platform/files/signed-links.js';
import { PhotoDto } from './dto/photo.dto.js';
import { photoTooLarge, uploadIncomplete } from './photo.errors.js';
import { PhotoLinks } from './photo.links.js';
import { PhotoService } from './photo.service.js';
import { PHOTO_VARIANTS } from './photo.storage.js';

const PHOTO: UploadKind = {
  maxBytes: LIMITS.photoBytes,
  noun: '照片',
  missing: '请选一张照片',
  tooLarge: photoTooLarge,
  incomplete: uploadIncomplete,
};

@ApiTags('photos')
@Controller('photos')
export class PhotoController {
  constructor(
    private readonly uploads: FileUpload,
    private readonly photos: PhotoService,
    private readonly links: PhotoLinks,
  ) {}

  @Post()
  @Can('photo.upload')
  @ApiOperation({ operationId: 'uploadPhoto', summary: '上传一张照片；字段 id 要写在 file 前面' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['id', 'file'],
      properties: { id: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  @ApiCreatedResponse({ type: PhotoDto })
  async create(@CurrentActor() actor: SignedInActor, @Req() request: FastifyRequest): Promise<PhotoDto> {
    const photo = await this.uploads.receive(request, PHOTO, ({ id, requestHash, path }) =>
      this.photos.add({ id, requestHash, ownerPersonId: actor.personId, source: path }),
    );
    return { id: photo.id, ...this.links.urls(photo.id), width: photo.width, height: photo.height };
  }

  @Get(':id/:variant')
  @Public()
  @ApiOperation({ operationId: 'readPhoto', summary: '看照片；地址带签名，过时就不能看' })
  @ApiParam({ name: 'variant', enum: PHOTO_VARIANTS })
  @ApiProduces('image/jpeg')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async read(
    @Param('id') id: string,
    @Param('variant') variant: string,
    @Query() query: SignedLinkQueryDto,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const allowed = this.links.check(id, variant, query);
    const etag = `"${id}-${allowed}"`;
    const file = known === etag ? null : await this.photos.open(id, allowed);
    // A photo never changes under its id, so a copy may be kept; only the person's own browser keeps it.
    reply.headers({
      etag,
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (file !== null) return new StreamableFile(file.stream, { type: 'image/jpeg', length: file.bytes });
    reply.status(HttpStatus.NOT_MODIFIED);
    return undefined;
  }
}

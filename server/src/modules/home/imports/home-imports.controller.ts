import { LIMITS } from '@linli/shared';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Param,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import { FileUpload, type UploadKind } from '../../../platform/files/file-upload.js';
import { spreadsheetIncomplete } from '../../../platform/spreadsheet/spreadsheet.errors.js';
import { Spreadsheets } from '../../../platform/spreadsheet/spreadsheets.js';
import {
  AbandonHomeImportDto,
  ConfirmHomeImportDto,
  HomeImportDto,
  HomeImportsDto,
} from '../dto/home-import.dto.js';
import { HomeCommunityQueryDto } from '../dto/home-list.dto.js';
import { homeSheetTooLarge } from '../home.errors.js';
import { HomeImports } from './home-imports.service.js';
import { homeTemplate } from './homes.sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHEET: UploadKind = {
  maxBytes: LIMITS.homeImportBytes,
  noun: '表格',
  missing: '请选一个 .xlsx 表格',
  tooLarge: homeSheetTooLarge,
  incomplete: spreadsheetIncomplete,
};
const A_FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Files of homes and owners on their way into the register. */
@ApiTags('homes')
@Controller('home-imports')
export class HomeImportsController {
  constructor(
    private readonly imports: HomeImports,
    private readonly upload: FileUpload,
    private readonly spreadsheets: Spreadsheets,
  ) {}

  @Post()
  @Can('home.import')
  @ApiOperation({
    operationId: 'sendHomeImport',
    summary: '传一份房屋和产权人的 .xlsx；在后台核对，核对完再确认',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['id', 'file'],
      properties: { id: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  async send(
    @CurrentActor() actor: SignedInActor,
    @Query() { communityId }: HomeCommunityQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<HomeImportDto> {
    this.imports.refuseElsewhere(actor, communityId);
    return this.upload.receive(request, SHEET, (file) => this.imports.send(actor, communityId, file));
  }

  @Get()
  @Can('home.import')
  @ApiOperation({ operationId: 'listHomeImports', summary: '一个社区最近的导入，新的在前' })
  async list(
    @CurrentActor() actor: SignedInActor,
    @Query() { communityId }: HomeCommunityQueryDto,
  ): Promise<HomeImportsDto> {
    return { items: await this.imports.latest(actor, communityId) };
  }

  @Get('template')
  @Can('home.import')
  @Header('content-disposition', 'attachment; filename="homes-template.xlsx"')
  @ApiOperation({ operationId: 'readHomeTemplate', summary: '导入用的空表' })
  @ApiProduces(XLSX)
  @ApiOkResponse(A_FILE)
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await this.spreadsheets.write(homeTemplate()), { type: XLSX });
  }

  @Get(':id')
  @Can('home.import')
  @ApiOperation({ operationId: 'getHomeImport', summary: '一次导入：读到哪里了，有什么要改，会改变什么' })
  show(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<HomeImportDto> {
    return this.imports.show(actor, id);
  }

  @Get(':id/problems')
  @Can('home.import')
  @Header('content-disposition', 'attachment; filename="homes-problems.xlsx"')
  @ApiOperation({ operationId: 'readHomeImportProblems', summary: '原来的表格，每行前面写着要改的地方' })
  @ApiProduces(XLSX)
  @ApiOkResponse(A_FILE)
  async problems(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.imports.problems(actor, id), { type: XLSX });
  }

  @Get(':id/changes')
  @Can('home.import')
  @Header('content-disposition', 'attachment; filename="homes-changes.xlsx"')
  @ApiOperation({
    operationId: 'readHomeImportChanges',
    summary: '会改变什么，全部列出来，不再是产权人的在前',
  })
  @ApiProduces(XLSX)
  @ApiOkResponse(A_FILE)
  async changes(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(await this.imports.changes(actor, id), { type: XLSX });
  }

  @Post(':id/confirm')
  @HttpCode(HttpStatus.OK)
  @Can('home.import')
  @ApiOperation({ operationId: 'confirmHomeImport', summary: '确认导入：要么全部写入，要么一户也不写' })
  async confirm(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ConfirmHomeImportDto,
  ): Promise<HomeImportDto> {
    await this.imports.confirm(actor, id, body);
    return this.imports.show(actor, id);
  }

  @Post(':id/abandon')
  @HttpCode(HttpStatus.OK)
  @Can('home.import')
  @ApiOperation({ operationId: 'abandonHomeImport', summary: '放弃这份表格' })
  async abandon(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() _body: AbandonHomeImportDto,
  ): Promise<HomeImportDto> {
    await this.imports.abandon(actor, id);
    return this.imports.show(actor, id);
  }
}

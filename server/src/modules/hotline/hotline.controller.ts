import { readFile } from 'node:fs/promises';
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
import { Can } from '../../platform/auth/can.decorator.js';
import { Clock } from '../../platform/clock/clock.js';
import { FileUpload, type UploadKind } from '../../platform/files/file-upload.js';
import { USUAL_CAPS } from '../../platform/spreadsheet/spreadsheet.caps.js';
import { spreadsheetIncomplete, spreadsheetTooLarge } from '../../platform/spreadsheet/spreadsheet.errors.js';
import { Spreadsheets } from '../../platform/spreadsheet/spreadsheets.js';
import { EnterHotlineOrderDto } from './dto/enter-hotline-order.dto.js';
import { ReplyHotlineOrderDto, ReportBackHotlineOrderDto } from './dto/hotline-action.dto.js';
import { HotlineExportQueryDto, HotlineImportQueryDto, HotlineListQueryDto } from './dto/hotline-list.dto.js';
import { HotlineImportDto, HotlineOrderDto, HotlineOrdersDto } from './dto/hotline-view.dto.js';
import { HotlineExport } from './hotline.export.js';
import { HotlineImports } from './hotline.imports.js';
import { HotlineOrders } from './hotline.orders.js';
import { HotlineReader } from './hotline.reader.js';
import { HotlineService } from './hotline.service.js';
import { templateSheet } from './hotline.sheet.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SHEET: UploadKind = {
  maxBytes: LIMITS.spreadsheetBytes,
  noun: '表格',
  missing: '请选一个 .xlsx 表格',
  tooLarge: () => spreadsheetTooLarge(USUAL_CAPS),
  incomplete: spreadsheetIncomplete,
};
const A_FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** Orders of the city hotline (12345). Fixed words stand before `:id`. */
@ApiTags('hotline')
@Controller('hotline-orders')
export class HotlineController {
  constructor(
    private readonly clock: Clock,
    private readonly spreadsheets: Spreadsheets,
    private readonly upload: FileUpload,
    private readonly orders: HotlineOrders,
    private readonly imports: HotlineImports,
    private readonly exports: HotlineExport,
    private readonly service: HotlineService,
    private readonly reader: HotlineReader,
  ) {}

  @Post()
  @Can('hotline.enter')
  @ApiOperation({ operationId: 'enterHotlineOrder', summary: '录一张 12345 工单，当成一件事来办' })
  @ApiCreatedResponse({ type: HotlineOrderDto })
  @ApiOkResponse({ type: HotlineOrderDto, description: '同一张工单又发了一次：给回第一次的结果' })
  async enter(
    @CurrentActor() actor: SignedInActor,
    @Body() body: EnterHotlineOrderDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HotlineOrderDto> {
    const { created } = await this.orders.enter(actor, body);
    reply.status(created ? HttpStatus.CREATED : HttpStatus.OK);
    return this.reader.detail(actor, body.id);
  }

  @Post('imports')
  @HttpCode(HttpStatus.OK)
  @Can('hotline.enter')
  @ApiOperation({
    operationId: 'importHotlineOrders',
    summary: '从 .xlsx 导入工单：先预览，再带上预览的 fileHash 确认；要么全部导入，要么一条也不导',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['id', 'file'],
      properties: { id: { type: 'string', format: 'uuid' }, file: { type: 'string', format: 'binary' } },
    },
  })
  async import(
    @CurrentActor() actor: SignedInActor,
    @Query() { communityId, dryRun, fileHash }: HotlineImportQueryDto,
    @Req() request: FastifyRequest,
  ): Promise<HotlineImportDto> {
    await this.orders.communityOf(actor, communityId);
    return this.upload.receive(request, SHEET, async ({ id, path, requestHash }) => {
      const sent = { id, communityId, file: await readFile(path), fileHash: requestHash };
      return dryRun === 'true' ? this.imports.preview(actor, sent) : this.imports.take(actor, sent, fileHash);
    });
  }

  @Get()
  @Can('hotline.list')
  @ApiOperation({ operationId: 'listHotlineOrders', summary: '工单列表，先到时限的在前' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: HotlineListQueryDto): Promise<HotlineOrdersDto> {
    return this.reader.page(actor, query);
  }

  @Get('export')
  @Can('hotline.report_back')
  @Header('content-disposition', 'attachment; filename="hotline-orders.xlsx"')
  @ApiOperation({ operationId: 'exportHotlineOrders', summary: '导出工单和答复，好交回热线；导出不改状态' })
  @ApiProduces(XLSX)
  @ApiOkResponse(A_FILE)
  async export(
    @CurrentActor() actor: SignedInActor,
    @Query() { state }: HotlineExportQueryDto,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.exports.sheet(actor, state), { type: XLSX });
  }

  @Get('template')
  @Can('hotline.enter')
  @Header('content-disposition', 'attachment; filename="hotline-template.xlsx"')
  @ApiOperation({ operationId: 'readHotlineTemplate', summary: '导入用的空表' })
  @ApiProduces(XLSX)
  @ApiOkResponse(A_FILE)
  async template(): Promise<StreamableFile> {
    const file = await this.spreadsheets.write(templateSheet(this.clock.now()));
    return new StreamableFile(file, { type: XLSX });
  }

  @Get(':id')
  @Can('hotline.list')
  @ApiOperation({ operationId: 'getHotlineOrder', summary: '一张工单' })
  show(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<HotlineOrderDto> {
    return this.reader.detail(actor, id);
  }

  @Post(':id/reply')
  @HttpCode(HttpStatus.OK)
  @Can('hotline.reply')
  @ApiOperation({ operationId: 'replyHotlineOrder', summary: '写答复；交回之前可以改一次' })
  async reply(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReplyHotlineOrderDto,
  ): Promise<HotlineOrderDto> {
    await this.service.reply(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/report-back')
  @HttpCode(HttpStatus.OK)
  @Can('hotline.report_back')
  @ApiOperation({ operationId: 'reportBackHotlineOrder', summary: '记下已经把答复交回热线' })
  async reportBack(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReportBackHotlineOrderDto,
  ): Promise<HotlineOrderDto> {
    await this.service.reportBack(actor, id, body);
    return this.reader.detail(actor, id);
  }
}

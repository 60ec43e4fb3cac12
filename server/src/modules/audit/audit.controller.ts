import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  HttpStatus,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { AuditChecks } from './audit.checks.js';
import { AuditDesk } from './audit.desk.js';
import { AuditExportQueryDto, AuditListQueryDto, CheckAuditDto } from './dto/audit-query.dto.js';
import { AuditCheckDto, AuditEntriesDto, AuditRootsDto } from './dto/audit-view.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reading and checking what was kept. No route changes an entry or takes one away. */
@ApiTags('audit')
@Controller('audit')
@Can('audit.read')
export class AuditController {
  constructor(
    private readonly desk: AuditDesk,
    private readonly checks: AuditChecks,
  ) {}

  @Get('entries')
  @ApiOperation({ operationId: 'listAuditEntries', summary: '谁看了、做了什么，最近的在前' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: AuditListQueryDto): Promise<AuditEntriesDto> {
    return this.desk.list(actor, query);
  }

  @Get('export')
  @Header('content-disposition', 'attachment; filename="audit.xlsx"')
  @ApiOperation({ operationId: 'exportAuditEntries', summary: '导出审计记录；导出也记下来' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: SignedInActor,
    @Query() query: AuditExportQueryDto,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.desk.sheet(actor, query), { type: XLSX });
  }

  @Get('roots')
  @ApiOperation({ operationId: 'listAuditRoots', summary: '每天最后一道封印，抄下来存在别处' })
  roots(): Promise<AuditRootsDto> {
    return this.desk.roots();
  }

  @Post('checks')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ operationId: 'checkAudit', summary: '重新计算封印，一段一段核对' })
  check(@CurrentActor() actor: SignedInActor, @Body() body: CheckAuditDto): Promise<AuditCheckDto> {
    return this.checks.part(actor, body);
  }
}

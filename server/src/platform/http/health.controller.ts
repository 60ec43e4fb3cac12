import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/can.decorator.js';
import { TokenIgnored } from '../auth/token-ignored.decorator.js';
import { Database } from '../database/database.js';
import { HealthDto } from './dto/health.dto.js';

@ApiTags('health')
@Controller()
@Public()
@TokenIgnored()
export class HealthController {
  constructor(private readonly database: Database) {}

  /** Whether the process runs at all. */
  @Get('health')
  @ApiOperation({ operationId: 'getHealth', summary: '进程在不在' })
  health(): HealthDto {
    return { status: 'ok' };
  }

  /** Whether it can serve: 503 while the database is away. */
  @Get('ready')
  @ApiOperation({ operationId: 'getReady', summary: '能不能用' })
  async ready(): Promise<HealthDto> {
    await this.database.ping();
    return { status: 'ok' };
  }
}

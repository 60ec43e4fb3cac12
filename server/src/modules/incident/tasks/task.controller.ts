import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../../platform/auth/actor.js';
import { Can } from '../../../platform/auth/can.decorator.js';
import {
  AskTimeDto,
  FinishTaskDto,
  NotedTaskDto,
  ReasonedTaskDto,
  TransferTaskDto,
} from './dto/task-action.dto.js';
import { TaskDetailDto, TasksDto, TasksQueryDto } from './dto/task-view.dto.js';
import { TaskReader } from './task.reader.js';
import { TaskService } from './task.service.js';

/** Organisations' parts of incidents: what they read, and one route per action of the lifecycle. */
@ApiTags('tasks')
@Controller('tasks')
export class TaskController {
  constructor(
    private readonly tasks: TaskService,
    private readonly reader: TaskReader,
  ) {}

  @Get()
  @Can('task.list')
  @ApiOperation({ operationId: 'listTasks', summary: '派给我们单位的任务' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: TasksQueryDto): Promise<TasksDto> {
    return this.reader.list(actor, query);
  }

  @Get(':id')
  @Can('task.read')
  @ApiOperation({ operationId: 'getTask', summary: '一个任务，看不到是谁报的' })
  show(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<TaskDetailDto> {
    return this.reader.detail(actor, id);
  }

  @Post(':id/accept')
  @HttpCode(HttpStatus.OK)
  @Can('task.accept')
  @ApiOperation({ operationId: 'acceptTask', summary: '接手任务' })
  async accept(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: NotedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.accept(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/finish')
  @HttpCode(HttpStatus.OK)
  @Can('task.finish')
  @ApiOperation({ operationId: 'finishTask', summary: '说这一份办好了，附上照片或说明' })
  async finish(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: FinishTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.finish(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/return')
  @HttpCode(HttpStatus.OK)
  @Can('task.return')
  @ApiOperation({ operationId: 'returnTask', summary: '说明原因，退回任务' })
  async return(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReasonedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.return(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/ask-time')
  @HttpCode(HttpStatus.OK)
  @Can('task.ask_time')
  @ApiOperation({ operationId: 'askTaskTime', summary: '申请延到哪一天' })
  async askTime(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: AskTimeDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.askTime(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/grant-time')
  @HttpCode(HttpStatus.OK)
  @Can('task.grant_time')
  @ApiOperation({ operationId: 'grantTaskTime', summary: '同意延期' })
  async grantTime(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: NotedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.grantTime(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/refuse-time')
  @HttpCode(HttpStatus.OK)
  @Can('task.refuse_time')
  @ApiOperation({ operationId: 'refuseTaskTime', summary: '不同意延期' })
  async refuseTime(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: NotedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.refuseTime(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/urge')
  @HttpCode(HttpStatus.OK)
  @Can('task.urge')
  @ApiOperation({ operationId: 'urgeTask', summary: '催一催' })
  async urge(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: NotedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.urge(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/transfer')
  @HttpCode(HttpStatus.OK)
  @Can('task.transfer')
  @ApiOperation({ operationId: 'transferTask', summary: '转给别家；原来那家马上看不到' })
  async transfer(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: TransferTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.transfer(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/cancel')
  @HttpCode(HttpStatus.OK)
  @Can('task.cancel')
  @ApiOperation({ operationId: 'cancelTask', summary: '说明原因，不用办了' })
  async cancel(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: ReasonedTaskDto,
  ): Promise<TaskDetailDto> {
    await this.tasks.cancel(actor, id, body);
    return this.reader.detail(actor, id);
  }
}

import { Body, Controller, Get, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import type { ClockPolicy } from './clock-policy.entity.js';
import { ClockVersions } from './clock-versions.js';
import {
  AddClockPolicyDto,
  ClockPoliciesDto,
  ClockPoliciesQueryDto,
  ClockPolicyDto,
} from './dto/clock-policy.dto.js';

@ApiTags('clocks')
@Controller('clock-policies')
export class ClockPoliciesController {
  constructor(private readonly versions: ClockVersions) {}

  @Get()
  @Can('clock.configure')
  @ApiOperation({ operationId: 'listClockPolicies', summary: '一个地方的时限规则，各版本' })
  async list(
    @CurrentActor() actor: SignedInActor,
    @Query() { areaId }: ClockPoliciesQueryDto,
  ): Promise<ClockPoliciesDto> {
    const { own, inForce } = await this.versions.policies(actor, areaId ?? null);
    return {
      items: own.map(shown),
      inForce: inForce.map(({ policy, areaName }) => ({ ...shown(policy), areaName })),
    };
  }

  @Post()
  @HttpCode(HttpStatus.OK)
  @Can('clock.configure')
  @ApiOperation({ operationId: 'addClockPolicy', summary: '加一版时限规则；已经在办的事不变' })
  async add(@CurrentActor() actor: SignedInActor, @Body() body: AddClockPolicyDto): Promise<ClockPolicyDto> {
    return shown(await this.versions.addPolicy(actor, body));
  }
}

function shown({ addedById: _, inForceFrom, ...policy }: ClockPolicy): ClockPolicyDto {
  return { ...policy, inForceFrom: inForceFrom.toISOString() };
}

import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type SignedInActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.decorator.js';
import { CorrectOwnerDto, TransferHomeDto } from './dto/change-owners.dto.js';
import { DescribeHomeDto } from './dto/describe-home.dto.js';
import { HomeCommunityQueryDto, HomesQueryDto } from './dto/home-list.dto.js';
import { HomeDetailDto, HomeEstatesDto, HomesDto, OwnerPhoneDto } from './dto/home-view.dto.js';
import { HomeReader } from './home.reader.js';
import { HomeDescription } from './home-description.js';
import { HomeOwnersService } from './home-owners.service.js';

/** Homes and who owns them. Fixed words stand before `:id`. */
@ApiTags('homes')
@Controller('homes')
export class HomesController {
  constructor(
    private readonly reader: HomeReader,
    private readonly owners: HomeOwnersService,
    private readonly description: HomeDescription,
  ) {}

  @Get()
  @Can('home.register')
  @ApiOperation({ operationId: 'listHomes', summary: '房屋和产权人，按小区、楼栋、单元、楼层排' })
  list(@CurrentActor() actor: SignedInActor, @Query() query: HomesQueryDto): Promise<HomesDto> {
    return this.reader.page(actor, query);
  }

  @Get('estates')
  @Can('home.register')
  @ApiOperation({ operationId: 'listHomeEstates', summary: '各小区的户数、面积和按产权数的业主人数' })
  async estates(
    @CurrentActor() actor: SignedInActor,
    @Query() { communityId }: HomeCommunityQueryDto,
  ): Promise<HomeEstatesDto> {
    return { items: await this.reader.estates(actor, communityId) };
  }

  @Get(':id')
  @Can('home.register')
  @ApiOperation({ operationId: 'getHome', summary: '一套房屋：现在和以前的产权人' })
  show(@CurrentActor() actor: SignedInActor, @Param('id') id: string): Promise<HomeDetailDto> {
    return this.reader.detail(actor, id);
  }

  @Post(':id/transfer')
  @HttpCode(HttpStatus.OK)
  @Can('home.register')
  @ApiOperation({ operationId: 'transferHome', summary: '过户：原来的产权人到此为止，换成新的' })
  async transfer(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: TransferHomeDto,
  ): Promise<HomeDetailDto> {
    await this.owners.transfer(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/owners/:ownerId/correct')
  @HttpCode(HttpStatus.OK)
  @Can('home.register')
  @ApiOperation({ operationId: 'correctHomeOwner', summary: '改正一位产权人登记错的内容' })
  async correct(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Param('ownerId') ownerId: string,
    @Body() body: CorrectOwnerDto,
  ): Promise<HomeDetailDto> {
    await this.owners.correct(actor, id, ownerId, body);
    return this.reader.detail(actor, id);
  }

  @Post(':id/describe')
  @HttpCode(HttpStatus.OK)
  @Can('home.register')
  @ApiOperation({ operationId: 'describeHome', summary: '改房屋的面积、用途和不动产权证号' })
  async describe(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Body() body: DescribeHomeDto,
  ): Promise<HomeDetailDto> {
    await this.description.describe(actor, id, body);
    return this.reader.detail(actor, id);
  }

  @Get(':id/owners/:ownerId/phone')
  @Can('home.register')
  @ApiOperation({ operationId: 'readOwnerPhone', summary: '一位产权人完整的电话；看过会记下来' })
  async phone(
    @CurrentActor() actor: SignedInActor,
    @Param('id') id: string,
    @Param('ownerId') ownerId: string,
  ): Promise<OwnerPhoneDto> {
    return { phone: await this.owners.phone(actor, id, ownerId) };
  }
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { Body, Controller, Get, Header, HttpCode, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/can.decorator.js';
import { TokenIgnored } from '../../platform/auth/token-ignored.decorator.js';
import { Settings } from '../../platform/config/settings.js';
import { ContentChecker } from './content.checker.js';
import { messageForged } from './content.errors.js';
import { findingOf, type WechatSuggestion } from './wechat-verdicts.js';

interface Signed {
  signature?: string;
  timestamp?: string;
  nonce?: string;
  echostr?: string;
}

interface MediaChecked {
  Event?: string;
  trace_id?: string;
  result?: WechatSuggestion;
}

/** Where WeChat tells us what it found in pictures. Set up as the message server, in JSON, in the open mode. */
@ApiTags('wechat')
@Controller('wechat/messages')
export class WechatMessagesController {
  constructor(
    private readonly settings: Settings,
    private readonly checker: ContentChecker,
  ) {}

  /** WeChat asks once whether this address is ours. */
  @Get()
  @Public()
  @TokenIgnored()
  @Header('content-type', 'text/plain')
  @ApiOperation({ operationId: 'proveWechatMessages', summary: '微信来核对这个地址' })
  @ApiOkResponse({ type: String })
  prove(@Query() query: Signed): string {
    this.assertSigned(query);
    return query.echostr ?? '';
  }

  @Post()
  @Public()
  @TokenIgnored()
  @HttpCode(HttpStatus.OK)
  @Header('content-type', 'text/plain')
  @ApiOperation({ operationId: 'receiveWechatMessage', summary: '微信来说照片检查得怎么样' })
  @ApiOkResponse({ type: String })
  async receive(@Query() query: Signed, @Body() body: MediaChecked): Promise<string> {
    this.assertSigned(query);
    if (body.Event === 'wxa_media_check' && typeof body.trace_id === 'string') {
      await this.checker.receive(body.trace_id, findingOf(body.result ?? {}));
    }
    return 'success';
  }

  /** WeChat's signature: the token, the time and a nonce, sorted, as SHA-1. */
  private assertSigned({ signature = '', timestamp = '', nonce = '' }: Signed): void {
    const token = this.settings.wechat.messageToken;
    const right = createHash('sha1').update([token, timestamp, nonce].sort().join('')).digest('hex');
    const given = Buffer.from(String(signature));
    const same = given.length === right.length && timingSafeEqual(given, Buffer.from(right));
    if (token === '' || !same) throw messageForged();
  }
}

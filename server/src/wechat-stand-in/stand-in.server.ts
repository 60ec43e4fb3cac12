import { createServer, type IncomingMessage, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { checkText, PictureChecks, type Suggest } from './stand-in.content.js';
import { type MessageMemory, openidOf } from './stand-in.messages.js';
import { type CodeState, StandInState } from './stand-in.state.js';

/** The messages are WeChat's own words, which our client must not depend on. */
const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40066: 'invalid url',
  40125: 'invalid appsecret',
  40163: 'code been used',
  42001: 'access_token expired',
  40058: 'invalid parameter',
  43101: 'user refuse to accept the msg',
  45009: 'reach max api daily quota limit',
  47003: 'argument invalid!',
  93000: 'invalid webhook url, hint: [stand-in]',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
};

interface Asked {
  query: URLSearchParams;
  body: Record<string, unknown>;
}

type Answer = Record<string, unknown>;
type Routes = Record<string, (asked: Asked) => Answer>;

/** Answers like api.weixin.qq.com on the routes we use; `/stand-in/*` steers what it answers. */
export function createStandIn(): Server {
  const state = new StandInState();
  const pictures = new PictureChecks();
  const routes = {
    ...wechatRoutes(state),
    ...contentRoutes(state, pictures),
    ...messageRoutes(state, state.messages),
    ...controlRoutes(state, state.messages),
  };
  return createServer((request, response) => {
    answerFor(request, routes, state).then(
      (answer) => {
        response.statusCode = typeof answer.status === 'number' ? answer.status : 200;
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(JSON.stringify(answer));
      },
      // Whoever asked has gone away.
      () => response.destroy(),
    );
  });
}

async function answerFor(request: IncomingMessage, routes: Routes, state: StandInState): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://stand-in');
  const handler = routes[url.pathname];
  if (handler === undefined) return refusal(40066);
  const body = await bodyOf(request);
  const fault = url.pathname.startsWith('/stand-in/') ? null : state.takeFault(url.pathname);
  state.countCall(url.pathname);
  if (fault !== null && fault.hangMs > 0) await pause(fault.hangMs);
  if (fault !== null && fault.status !== 200) return { status: fault.status };
  if (fault !== null && fault.errcode !== 0) return refusal(fault.errcode);
  return handler({ query: url.searchParams, body });
}

function wechatRoutes(state: StandInState): Routes {
  return {
    '/sns/jscode2session': ({ query }) => {
      const appId = query.get('appid');
      if (!appId) return refusal(40013);
      if (!query.get('secret')) return refusal(40125);
      const used = state.useLoginCode(query.get('js_code') ?? '');
      if (used === 'invalid') return refusal(40029);
      if (used === 'used') return refusal(40163);
      return { openid: openidOf(appId, used.person), session_key: Buffer.alloc(16).toString('base64') };
    },
    '/cgi-bin/stable_token': ({ body }) => {
      if (!body.appid) return refusal(40013);
      if (!body.secret) return refusal(40125);
      const { token, expiresIn } = state.stableToken(body.force_refresh === true);
      return { access_token: token, expires_in: expiresIn };
    },
    '/wxa/business/getuserphonenumber': ({ query, body }) => {
      const token = state.tokenIs(query.get('access_token') ?? '');
      if (token === 'unknown') return refusal(40001);
      if (token === 'expired') return refusal(42001);
      const used = state.usePhoneCode(String(body.code ?? ''));
      if (used === 'invalid') return refusal(40029);
      if (used === 'used') return refusal(40163);
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: { phoneNumber: used.person, purePhoneNumber: used.person, countryCode: '86' },
      };
    },
  };
}

/** Texts are answered at once; a picture's finding is told later to the message server beside the picture. */
function contentRoutes(state: StandInState, pictures: PictureChecks): Routes {
  const withToken = (answer: (asked: Asked) => Answer) => (asked: Asked) => {
    const token = state.tokenIs(asked.query.get('access_token') ?? '');
    if (token === 'unknown') return refusal(40001);
    return token === 'expired' ? refusal(42001) : answer(asked);
  };
  return {
    '/wxa/msg_sec_check': withToken(({ body }) =>
      body.openid && body.version === 2
        ? { errcode: 0, errmsg: 'ok', result: checkText(String(body.content ?? '')) }
        : refusal(40003),
    ),
    '/wxa/media_check_async': withToken(({ body }) =>
      body.openid && body.version === 2
        ? { errcode: 0, errmsg: 'ok', trace_id: pictures.check(String(body.media_url)) }
        : refusal(40003),
    ),
    '/stand-in/next-picture': ({ body }) => {
      pictures.expect(body.suggest as Suggest);
      return {};
    },
  };
}

function messageRoutes(state: StandInState, messages: MessageMemory): Routes {
  return {
    '/cgi-bin/message/subscribe/send': ({ query, body }) => {
      const token = state.tokenIs(query.get('access_token') ?? '');
      if (token === 'unknown') return refusal(40001);
      if (token === 'expired') return refusal(42001);
      const given = (body.data ?? {}) as Record<string, { value: unknown }>;
      const data = Object.fromEntries(
        Object.entries(given).map(([name, { value }]) => [name, String(value)]),
      );
      const errcode = messages.send({
        openid: String(body.touser),
        templateId: String(body.template_id),
        page: String(body.page ?? ''),
        data,
      });
      return errcode === 0 ? { errcode, errmsg: 'ok' } : refusal(errcode);
    },
    // A robot of a WeCom group; its key is the whole of its secret.
    '/cgi-bin/webhook/send': ({ query, body }) => {
      const { content } = (body[String(body.msgtype)] ?? {}) as { content?: unknown };
      const errcode = messages.post({ key: query.get('key') ?? '', text: String(content ?? '') });
      return errcode === 0 ? { errcode, errmsg: 'ok' } : refusal(errcode);
    },
  };
}

function controlRoutes(state: StandInState, messages: MessageMemory): Routes {
  return {
    '/stand-in/grants': ({ body }) => {
      const openid = String(body.openid ?? openidOf(String(body.appId), String(body.person)));
      messages.grant(openid, String(body.templateId), Number(body.times ?? 1));
      return { openid };
    },
    '/stand-in/sent': () => ({ sent: messages.sent, posted: messages.posted }),
    '/stand-in/login-codes': ({ body }) => ({
      code: state.makeLoginCode(String(body.person), (body.state ?? 'fresh') as CodeState),
    }),
    '/stand-in/phone-codes': ({ body }) => ({
      code: state.makePhoneCode(String(body.phone), (body.state ?? 'fresh') as CodeState),
    }),
    '/stand-in/faults': ({ body }) => {
      state.addFault({
        route: String(body.route),
        errcode: Number(body.errcode ?? 0),
        status: Number(body.status ?? 200),
        hangMs: Number(body.hangMs ?? 0),
        timesLeft: Number(body.times ?? 1),
      });
      return {};
    },
    '/stand-in/expire-tokens': () => {
      state.expireTokens();
      return {};
    },
    '/stand-in/calls': () => state.callCounts(),
    '/stand-in/reset': () => {
      state.reset();
      return {};
    },
  };
}

function refusal(errcode: number): Answer {
  return { errcode, errmsg: `${MESSAGES[errcode] ?? 'system error'} rid: stand-in` };
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

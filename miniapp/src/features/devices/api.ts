import { get, post } from '../../request/call';
import type { MySessions } from '../../request/contract';

export const readMySessions = () => get<MySessions>('/api/me/sessions');

export const endMySession = (id: string) => post<undefined>(`/api/me/sessions/${id}/end`, {});

export const endOtherSessions = () => post<undefined>('/api/me/sessions/end-all', { keepThis: true });

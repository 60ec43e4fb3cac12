import type { Session, SignInStep } from '../api/contract';

/** What a right step answers: somebody is signed in, or this comes next. */
export type SignedIn = Session | SignInStep;

export const isNextStep = (answer: SignedIn): answer is SignInStep => 'ticket' in answer;

/** The ticket ran out or was used: only account and password lead on. */
export const TICKET_OVER = 'auth/ticket-over';

import { Module } from '@nestjs/common';
import { EventTail } from '../../platform/events/event-tail.js';
import { LiveConnections } from './live.connections.js';
import { LiveController } from './live.controller.js';
import { LiveTickets } from './live.tickets.js';

/** Tells open screens which list changed; what it says now they ask for themselves. */
@Module({ controllers: [LiveController], providers: [EventTail, LiveConnections, LiveTickets] })
export class LiveModule {}

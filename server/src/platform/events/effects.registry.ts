import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Effect } from './effect.js';

/** Every effect that any module provides, by the type of event it answers. */
@Injectable()
export class EffectsRegistry implements OnModuleInit {
  private readonly byType = new Map<string, Effect[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const names = new Set<string>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!(instance instanceof Effect)) continue;
      // What has been done is remembered by name: under one name the second would never run.
      if (names.has(instance.name)) throw new Error(`two effects are called ${instance.name}`);
      names.add(instance.name);
      for (const type of new Set(instance.on)) this.byType.set(type, [...this.answering(type), instance]);
    }
  }

  answering(type: string): readonly Effect[] {
    return this.byType.get(type) ?? [];
  }
}

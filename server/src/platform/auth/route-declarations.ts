import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PERMISSION_KEY } from './can.decorator.js';

const NEST_PATH_METADATA = 'path';

/** Refuses to start when a route says neither what it asks for nor that it is public. */
@Injectable()
export class RouteDeclarations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared: string[] = [];
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      for (const name of this.scanner.getAllMethodNames(prototype)) {
        const handler = prototype[name];
        if (handler === undefined || !Reflect.hasMetadata(NEST_PATH_METADATA, handler)) continue;
        if (
          this.reflector.getAllAndOverride(PERMISSION_KEY, [handler, metatype as () => unknown]) === undefined
        ) {
          undeclared.push(`${metatype.name}.${name}`);
        }
      }
    }
    if (undeclared.length > 0)
      throw new Error(`these routes declare no permission: ${undeclared.join(', ')}`);
  }
}

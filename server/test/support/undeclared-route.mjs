/** Puts together an application with one route that says nothing about who may use it; starting it has to fail. */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

const { RouteDeclarations } = await import(
  new URL('../../dist/platform/auth/route-declarations.js', import.meta.url).href
);

class ForgetfulController {
  read() {
    return 'anything';
  }
}
Get()(
  ForgetfulController.prototype,
  'read',
  Object.getOwnPropertyDescriptor(ForgetfulController.prototype, 'read'),
);
Controller('forgetful')(ForgetfulController);

class ForgetfulModule {}
Module({ imports: [DiscoveryModule], controllers: [ForgetfulController], providers: [RouteDeclarations] })(
  ForgetfulModule,
);

const app = await NestFactory.create(ForgetfulModule, new FastifyAdapter(), {
  logger: false,
  abortOnError: false,
});
await app.init();

import { Module } from '@nestjs/common';
import { PhotoController } from './photo.controller.js';
import { PhotoLinks } from './photo.links.js';
import { PhotoProcessing } from './photo.processing.js';
import { PhotoRecords } from './photo.records.js';
import { PhotoService } from './photo.service.js';

@Module({
  controllers: [PhotoController],
  providers: [PhotoRecords, PhotoLinks, PhotoProcessing, PhotoService],
  exports: [PhotoLinks, PhotoService],
})
export class PhotoModule {}

import { Module } from '@nestjs/common';
import { PhotoController } from './photo.controller.js';
import { PhotoLinks } from './photo.links.js';
import { PhotoProcessing } from './photo.processing.js';
import { PhotoService } from './photo.service.js';
import { DiskPhotoStorage, PhotoStorage } from './photo.storage.js';
import { PhotoUpload } from './photo.upload.js';

@Module({
  controllers: [PhotoController],
  providers: [
    PhotoLinks,
    PhotoProcessing,
    PhotoService,
    PhotoUpload,
    { provide: PhotoStorage, useClass: DiskPhotoStorage },
  ],
  exports: [PhotoLinks, PhotoService, PhotoStorage],
})
export class PhotoModule {}

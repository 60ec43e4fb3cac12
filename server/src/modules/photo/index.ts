import { CreatePhotos1764000003000 } from './migrations/1764000003000-CreatePhotos.js';
import { Photo } from './photo.entity.js';

export { PhotoLinks } from './photo.links.js';
export { PhotoModule } from './photo.module.js';
export { type ClaimedPhoto, PhotoService } from './photo.service.js';

export const photoEntities = [Photo];
export const photoMigrations = [CreatePhotos1764000003000];

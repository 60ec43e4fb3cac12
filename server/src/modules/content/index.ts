import { ContentPiece } from './content-piece.entity.js';
import { CreateContentPieces1765000007000 } from './migrations/1765000007000-CreateContentPieces.js';

export { ContentGate, isHidden, type NewContent, type PieceStanding } from './content.gate.js';
export { ContentModule } from './content.module.js';

export type { ContentPiece } from './content-piece.entity.js';

export const contentEntities = [ContentPiece];
export const contentMigrations = [CreateContentPieces1765000007000];

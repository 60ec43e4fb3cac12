import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import sharp, { type Sharp } from 'sharp';
import { PhotoService } from '../modules/photo/index.js';
import { newId } from '../platform/ids/new-id.js';
import { DRAWINGS, type DrawingName } from './drawings/index.js';

export type DrawingStage = 'before' | 'after';

interface PictureFile {
  path: string;
  hash: string;
}

/** Ways to hold the camera: the same stairwell is photographed by more than one person. */
const VIEWS = [
  (picture: Sharp) => picture,
  (picture: Sharp) => picture.flop(),
  (picture: Sharp) => picture.extract({ left: 60, top: 40, width: 700, height: 525 }).resize(800, 600),
];

/** Draws demo pictures once each and uploads them as anyone's photos are. */
export class DemoPhotos {
  private readonly files = new Map<string, Promise<PictureFile>>();
  private taken = 0;

  private constructor(
    private readonly photos: PhotoService,
    private readonly folder: string,
  ) {}

  static async open(app: INestApplicationContext): Promise<DemoPhotos> {
    return new DemoPhotos(app.get(PhotoService), await mkdtemp(join(tmpdir(), 'linli-demo-')));
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  get count(): number {
    return this.taken;
  }

  /** Uploads what each drawing shows as photos of this person, and gives back their ids. */
  async take(
    drawings: readonly DrawingName[],
    stage: DrawingStage,
    ownerPersonId: string,
    now: Date,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const drawing of drawings) {
      const { path, hash } = await this.file(drawing, stage, this.taken % VIEWS.length);
      const id = newId(now);
      await this.photos.add({ id, ownerPersonId, requestHash: hash, source: path });
      ids.push(id);
      this.taken += 1;
    }
    return ids;
  }

  private file(drawing: DrawingName, stage: DrawingStage, view: number): Promise<PictureFile> {
    const key = `${drawing}-${stage}-${view}`;
    const made = this.files.get(key) ?? this.draw(key, DRAWINGS[drawing][stage](), view);
    this.files.set(key, made);
    return made;
  }

  private async draw(key: string, svg: string, view: number): Promise<PictureFile> {
    const look = VIEWS[view] ?? ((picture: Sharp) => picture);
    const bytes = await look(sharp(Buffer.from(svg)))
      .jpeg({ quality: 88 })
      .toBuffer();
    const path = join(this.folder, `${key}.jpg`);
    await writeFile(path, bytes);
    return { path, hash: createHash('sha256').update(bytes).digest('hex') };
  }
}

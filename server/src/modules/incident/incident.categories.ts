import type { EmergencyNumber, IncidentVisibility } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

export interface Category {
  code: string;
  label: string;
  icon: string;
  visibility: IncidentVisibility;
  /** Whom to call first where this kind means danger to life. */
  emergency: EmergencyNumber | null;
}

/** What a category was whose row is gone: nobody but staff and the reporter may know. */
export const LOST_CATEGORY: Category = {
  code: 'lost',
  label: '别的',
  icon: 'ellipsis',
  visibility: 'staff',
  emergency: null,
};

interface CategoryRow extends Category {
  enabled: number;
}

/** The kinds that can be reported. A handful of rows, read whole. */
@Injectable()
export class IncidentCategories {
  constructor(private readonly database: Database) {}

  /** Those that can be chosen now, in the order they are shown. */
  async offered(): Promise<Category[]> {
    const rows = await this.rows();
    return rows.filter((row) => row.enabled === 1).map(toCategory);
  }

  /** All that ever were, by code. */
  async byCode(): Promise<Map<string, Category>> {
    const rows = await this.rows();
    return new Map(rows.map((row) => [row.code, toCategory(row)]));
  }

  private rows(): Promise<CategoryRow[]> {
    return this.database.query<CategoryRow>(
      'select code, label, icon, visibility, emergency, enabled from incident_category order by sort, code',
    );
  }
}

function toCategory({ code, label, icon, visibility, emergency }: CategoryRow): Category {
  return { code, label, icon, visibility, emergency };
}

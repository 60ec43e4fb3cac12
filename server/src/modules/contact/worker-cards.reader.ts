import { ROLE_LABELS, type Role } from '@linli/shared';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { DataCipher } from '../../platform/crypto/data-cipher.js';
import { Database } from '../../platform/database/database.js';
import { isUuidV7 } from '../../platform/http/validators.js';
import { AreaQueries } from '../area/index.js';
import { NOT_ON_LEAVE } from '../identity/index.js';
import { gridNotFound } from './contact.errors.js';
import type { WorkerCardDto, WorkerDto } from './dto/worker-card.dto.js';
import { DutyPhones } from './duty-phones.service.js';

/** More than any grid has; a list has to end somewhere. */
const MOST_WORKERS = 20;

interface WorkerRow {
  name: string;
  role: Role;
  /** Already null where the owner has not agreed for this appointment. */
  sealedPhone: string | null;
}

/** Whom to call in a place, for everybody. */
@Injectable()
export class WorkerCards {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cipher: DataCipher,
    private readonly areas: AreaQueries,
    private readonly dutyPhones: DutyPhones,
  ) {}

  async ofGrid(gridId: string): Promise<WorkerCardDto> {
    const grid = isUuidV7(gridId) ? await this.areas.grid(gridId) : null;
    if (grid === null) throw gridNotFound();
    const [{ communityName, dutyPhone }, workers] = await Promise.all([
      this.ofCommunity(grid.communityId),
      this.workersOf(grid.id, grid.communityId),
    ]);
    return { gridName: grid.name, communityName, workers, dutyPhone };
  }

  async ofCommunity(communityId: string): Promise<WorkerCardDto> {
    const [community, { phone }] = await Promise.all([
      this.areas.community(communityId),
      this.dutyPhones.of(communityId),
    ]);
    return { gridName: null, communityName: community.name, workers: [], dutyPhone: phone };
  }

  /**
   * Who is posted to the grid is named, as on the board in its stairwells; community workers only where they chose to
   * be called. Who was appointed after they agreed has not agreed for that place, even where the appointment was entered
   * late, as of an earlier day.
   */
  private async workersOf(gridId: string, communityId: string): Promise<WorkerDto[]> {
    const now = this.clock.now();
    const rows = await this.database.query<WorkerRow>(
      `select p.name, a.role, if(greatest(a.from_at, a.created_at) <= c.agreed_at, c.sealed_phone, null) as sealedPhone
         from appointment a
         join person p on p.id = a.person_id and p.suspended_at is null
         left join work_card c on c.person_id = a.person_id
        where a.area_id in (?, ?) and a.from_at <= ? and (a.to_at is null or a.to_at > ?)
          ${NOT_ON_LEAVE}
          and (a.role = 'grid_worker' or (a.role = 'community_worker' and greatest(a.from_at, a.created_at) <= c.agreed_at))
        order by a.role = 'grid_worker' desc, a.from_at, a.id limit ${MOST_WORKERS}`,
      [gridId, communityId, now, now, now, now],
    );
    return rows.map(({ name, role, sealedPhone }) => ({
      name,
      roleLabel: ROLE_LABELS[role],
      phone: sealedPhone === null ? null : this.cipher.decrypt(sealedPhone),
    }));
  }
}

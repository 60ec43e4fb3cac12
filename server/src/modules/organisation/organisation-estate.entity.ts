import { Entity, Index, PrimaryColumn } from 'typeorm';
import { idColumn } from '../../platform/database/columns.js';

/** An estate that an organisation works for, as a property company does. It may work for several, and an estate have several. */
@Entity('organisation_estate')
@Index('organisation_estate_of', ['estateId'])
export class OrganisationEstate {
  @PrimaryColumn({ ...idColumn, name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn({ ...idColumn, name: 'estate_id' })
  estateId: string;
}

import { IsString, Length } from 'class-validator';

export class DemoPersonDto {
  key: string;
  name: string;
  roleLabel: string;
  client: 'miniapp' | 'console';
  account: string | null;
  hint: string;
}

export class DemoPeopleDto {
  items: DemoPersonDto[];
  samplePlaceCode: string | null;
}

export class DemoLoginDto {
  @IsString()
  @Length(1, 40, { message: '请选一位演示人物' })
  key: string;
}

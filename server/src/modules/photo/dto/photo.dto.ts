import { IsOptional, IsString, MaxLength } from 'class-validator';

export class PhotoDto {
  id: string;
  /** Signed and good for an hour or more; relative to the server. */
  url: string;
  thumbUrl: string;
  width: number;
  height: number;
}

export class PhotoLinkQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  expires?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  signature?: string;
}

/** What the parts of an appointment's place are called. */
export interface PlaceNames {
  areaKind: string | null;
  areaName: string | null;
  communityName: string | null;
  estateName: string | null;
  organisationName: string | null;
}

export function placeLabelOf(names: PlaceNames): string {
  const { areaKind, areaName, communityName, estateName, organisationName } = names;
  if (organisationName !== null) return organisationName;
  if (areaKind === 'grid') return `${communityName ?? ''} ${areaName ?? ''}`;
  if (areaKind === 'building') return `${estateName ?? ''} ${areaName ?? ''}`;
  if (areaName !== null) return areaName;
  return estateName === null ? '整个平台' : `${communityName ?? ''} ${estateName}`;
}

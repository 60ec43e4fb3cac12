/** Who helps a community: neighbours' own bodies, the police, departments, businesses. domain.md, "People". */
export const ORGANISATION_KINDS = [
  'property',
  'owners_committee',
  'police',
  'volunteers',
  'department',
  'merchant',
  'social',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_KIND_LABELS: Record<OrganisationKind, string> = {
  property: '物业公司',
  owners_committee: '业委会',
  police: '民警',
  volunteers: '志愿队',
  department: '部门',
  merchant: '商家',
  social: '社会组织',
};

/** The levels of the tree, from the top down; a node's parent is always of an earlier kind. */
export const AREA_KINDS = ['county', 'subdistrict', 'community', 'grid', 'building', 'entrance'] as const;
export type AreaKind = (typeof AREA_KINDS)[number];

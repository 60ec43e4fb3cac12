/** Why a printed code is taken out of use. Chosen, not written: it stands in lists and in the record of who did what. */
export const PLACE_REVOCATIONS = ['worn', 'tampered', 'moved', 'mistaken'] as const;
export type PlaceRevocation = (typeof PLACE_REVOCATIONS)[number];

export const PLACE_REVOCATION_LABELS: Record<PlaceRevocation, string> = {
  worn: '纸破了、看不清了',
  tampered: '被人撕掉或者贴了假码',
  moved: '这个地方没有了、换地方了',
  mistaken: '写错了、印错了',
};

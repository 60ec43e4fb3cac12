/** Made by config/make-icons.mjs. Do not edit. */
export const ICON_NAMES = new Set(
  'arrow-up-from-line badge-check building-2 calendar-check calendar-clock camera check chevron-down chevron-left chevron-right circle-alert circle-check circle-user-round clock cloud-off eye eye-off git-merge house image inbox info list-todo locate-fixed monitor log-out map-pin map-pin-x megaphone pause pencil phone refresh-cw rotate-ccw search search-x shield-check smartphone star triangle-alert user-round users-round x share-2 a-large-small message-circle ellipsis lightbulb trash-2 wrench flame volume-2 bike trees droplets shield-alert circle-ellipsis dumbbell car construction door-open package hand-heart handshake thumbs-up map sparkles list circle bell bell-off check-check settings mic play square'.split(
    ' ',
  ),
);

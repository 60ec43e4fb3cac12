/** Sizes both sides agree on. The server enforces them; the clients say so before sending. */
export const LIMITS = {
  descriptionChars: 200,
  noteChars: 500,
  placeNoteChars: 60,
  photosPerIncident: 9,
  photosPerResolution: 9,
  tasksPerDispatch: 10,
  /** Bytes of one uploaded file. */
  photoBytes: 12 * 1024 * 1024,
  /** Width × height of one photo: above most phones' default, below what makes a small server swap. */
  photoPixels: 36_000_000,
  /** Of one voice note. Half a minute says what is wrong; a whole one also lets somebody find the words. */
  voiceSeconds: 60,
  /** Encoders round up to whole frames, and phones stop a little late. */
  voiceToleranceMs: 2_000,
  /** Shorter than a word: the button was pressed twice. */
  voiceShortestMs: 500,
  /** Bytes of one recording: above a minute of plain sound at 16 kHz. */
  voiceBytes: 2.5 * 1024 * 1024,
  placeCodeChars: 8,
  placeLabelChars: 30,
  placeAddressChars: 60,
  /** Sheets made or printed at once: more than one clerk puts up in a day. */
  placesAtOnce: 200,
  /** Longer than a place's: whoever guesses one reads somebody's report. */
  followCodeChars: 10,
  personNameChars: 20,
  /** More unread messages than this are counted no further: screens say 99+. */
  unreadCountMax: 100,
  pageSizeMax: 100,
  /** Of lists that grow with the years: more than these are counted no further, and turned no further; screens say 999+. */
  listCountMax: 1_000,
  passwordMinChars: 10,
  /** Argon2 takes any length; what people send does not have to be any. */
  passwordMaxChars: 128,
  /** "Is it this one?" looks this far around: the length of a block of flats, so that the next block's lamp is another lamp. */
  nearMetres: 50,
  /** And this far back: what is open for longer is known to staff, and rarely what somebody has just seen. */
  nearDays: 14,
  /** No more than can be compared at a glance. */
  nearShown: 3,
  feedLimitMax: 50,
  noticeTitleChars: 30,
  noticeBodyChars: 500,
  noticeReasonChars: 100,
  /** Grids or buildings that one notice names; more than these is the whole community. */
  noticeAreas: 100,
  /** A notice that says nothing of a time stands this long. */
  noticeDays: 14,
  /** Of a spreadsheet that is read. */
  spreadsheetBytes: 5 * 1024 * 1024,
  spreadsheetRows: 2_000,
  /** Of an order of the city hotline: its number outside, the caller's whole text, the answer. */
  hotlineNumberChars: 40,
  hotlineTextChars: 2_000,
  hotlineReplyChars: 1_000,
  /** Orders taken in at once; more would hold the community's running number for too long. */
  hotlineOrdersPerImport: 300,
  /** Homes that one person may say they belong to in a day. */
  homeClaimsPerDay: 5,
  householdReasonChars: 100,
  /** Of a file of homes and owners: the biggest community has some seven thousand homes, and homes have two owners. */
  homeImportBytes: 10 * 1024 * 1024,
  homeImportRows: 10_000,
  ownersPerHome: 20,
  ownerNameChars: 60,
  /** 1,000,000 m². */
  homeAreaHundredths: 100_000_000,
  organisationNameChars: 60,
  organisationEstates: 200,
  /** Of what one edit of a community's map draws: checking compares borders with borders, and somebody waits for it. */
  mapCornersAtOnce: 6_000,
  homeRoomChars: 16,
  titleNumberChars: 60,
} as const;

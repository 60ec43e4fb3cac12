/** How a feed with a cursor is read page by page. Null is the first page: the library would send `undefined` as 0. */
export const PAGES = {
  pageParamName: 'cursor',
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }: { nextCursor: string | null }) => nextCursor,
};

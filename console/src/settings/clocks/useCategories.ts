import { $api } from '../../api/client';

/** The categories a limit can be for, and the name of one; none means all that have no limit of their own. */
export function useCategories() {
  const categories = $api.useQuery(
    'get',
    '/api/incident-categories',
    {},
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const items = categories.data?.items ?? [];
  return {
    options: items.map(({ code, label }) => ({ value: code, label })),
    labelOf: (code: string | null) =>
      code === null ? '所有类别' : (items.find((one) => one.code === code)?.label ?? code),
  };
}

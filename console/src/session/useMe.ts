import { createContext, useContext } from 'react';
import type { Me } from '../api/contract';

export const MeContext = createContext<Me | null>(null);

/** The person who is signed in; only below `RequireStaff`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is used outside RequireStaff');
  return me;
}

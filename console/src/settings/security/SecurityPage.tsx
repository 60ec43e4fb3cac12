import { asProblem } from '../../api/problem';
import { Waiting } from '../Waiting';
import { DevicesCard } from './DevicesCard';
import { PasswordCard } from './PasswordCard';
import { SecondStepCard } from './SecondStepCard';
import { useSecurity } from './useSecurity';
import './security.css';

/** One's own way in: password, second step, the devices one is signed in on. */
export function SecurityPage() {
  const security = useSecurity();
  if (!security.data) {
    return (
      <Waiting
        problem={security.isError ? asProblem(security.error) : null}
        onRetry={() => void security.refetch()}
      />
    );
  }
  return (
    <>
      <PasswordCard security={security.data} />
      {security.data.account !== null && <SecondStepCard security={security.data} />}
      <DevicesCard />
    </>
  );
}

import { DispatchForm } from './DispatchForm';
import type { MoveFormProps } from './forms';

/** The buttons of the two routes that ask somebody else open one form. */
export const AssistedDispatch = (props: MoveFormProps) => <DispatchForm {...props} route="assisted" />;
export const JointDispatch = (props: MoveFormProps) => <DispatchForm {...props} route="joint" />;

import type { ComponentType } from 'react';
import type { IncidentDetail } from '../../api/contract';
import { CheckBackForm } from './CheckBackForm';
import { AssistedDispatch, JointDispatch } from './DispatchRoutes';
import { DisputeForm } from './DisputeForm';
import { HoldForm } from './HoldForm';
import { LocateForm } from './LocateForm';
import { MergePicker } from './MergePicker';
import type { Move } from './moves';
import { PlanForm } from './PlanForm';
import { RefuseHoldForm } from './RefuseHoldForm';
import { RejectForm } from './RejectForm';
import { ResolveForm } from './ResolveForm';
import { TranscribeForm } from './TranscribeForm';

export interface MoveFormProps {
  incident: IncidentDetail;
  onClose: () => void;
}

/** The moves that need something written or chosen first. */
export const MOVE_FORMS: Partial<Record<Move, ComponentType<MoveFormProps>>> = {
  plan: PlanForm,
  dispatch_assisted: AssistedDispatch,
  dispatch_joint: JointDispatch,
  request_hold: HoldForm,
  refuse_hold: RefuseHoldForm,
  reject: RejectForm,
  merge: MergePicker,
  resolve: ResolveForm,
  dispute: DisputeForm,
  check_back: CheckBackForm,
  locate: LocateForm,
  transcribe: TranscribeForm,
};

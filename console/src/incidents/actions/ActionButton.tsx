import { Button, type ButtonProps } from 'antd';
import type { IncidentDetail } from '../../api/contract';

export interface ActionProps {
  incident: IncidentDetail;
  /** The next action stands out; there is one on a screen. */
  solid: boolean;
}

export function ActionButton({ solid, className = '', ...rest }: { solid: boolean } & ButtonProps) {
  return (
    <Button
      {...rest}
      size="large"
      type={solid ? 'primary' : 'default'}
      className={`${solid ? 'next-solid' : 'next-other'} ${className}`.trim()}
    />
  );
}

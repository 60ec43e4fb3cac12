import { Button } from 'antd';
import { CloudOff } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { StatePanel } from './StatePanel';

/** Catches a mistake of ours, so that a clerk sees a sentence and a way on instead of a white page. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <main className="centred">
        <StatePanel icon={<CloudOff />} title="页面出错了" note="刚才办的事不受影响，重新打开就好。">
          <Button onClick={() => location.reload()}>重新打开</Button>
        </StatePanel>
      </main>
    );
  }
}

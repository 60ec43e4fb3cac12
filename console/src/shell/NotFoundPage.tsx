import { Button } from 'antd';
import { MapPinOff } from 'lucide-react';
import { useNavigate } from 'react-router';
import { StatePanel } from './StatePanel';

export function NotFoundPage() {
  const navigate = useNavigate();
  return (
    <StatePanel icon={<MapPinOff />} title="没有这个页面" note="地址可能写错了，或者已经搬走。">
      <Button onClick={() => navigate('/incidents')}>去看事件</Button>
    </StatePanel>
  );
}

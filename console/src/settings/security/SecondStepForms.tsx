import { App } from 'antd';
import { api } from '../../api/client';
import { ProofForm } from './ProofForm';
import { useSecurityChange } from './useSecurity';

/** Ten new paper codes; those before are worth nothing any more. */
export function NewCodesForm({
  onDone,
  onClose,
}: {
  onDone: (codes: string[]) => void;
  onClose: () => void;
}) {
  const renew = useSecurityChange(
    (code: string) => api.POST('/api/me/second-step/recovery-codes', { body: { code } }),
    ({ items }) => onDone(items),
  );
  return (
    <ProofForm
      asks={['code']}
      submit="换一组"
      change={renew}
      onSubmit={({ code }) => renew.run(code)}
      onClose={onClose}
    />
  );
}

export function RemoveForm({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { message } = App.useApp();
  const remove = useSecurityChange(
    (body: { password: string; code: string }) => api.POST('/api/me/second-step/remove', { body }),
    () => {
      void message.success('两步登录关掉了，以后只要密码');
      onDone();
    },
  );
  return (
    <ProofForm
      asks={['password', 'code']}
      submit="关掉两步登录"
      change={remove}
      onSubmit={(proof) => remove.run(proof)}
      onClose={onClose}
    />
  );
}

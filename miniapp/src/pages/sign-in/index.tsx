import { Screen } from '../../components/Screen';

export default function Page() {
  return <Screen>登录</Screen>;
}

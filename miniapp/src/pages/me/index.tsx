import { Screen } from '../../components/Screen';

export default function Page() {
  return <Screen>我的</Screen>;
}

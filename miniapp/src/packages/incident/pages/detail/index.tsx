import { Screen } from '../../../../components/Screen';

export default function Page() {
  return <Screen>事件</Screen>;
}

import { Screen } from '../../../../components/Screen';

export default function Page() {
  return <Screen>工作台</Screen>;
}

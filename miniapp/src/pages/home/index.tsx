import { Screen } from '../../components/Screen';

export default function Page() {
  return <Screen>邻里</Screen>;
}

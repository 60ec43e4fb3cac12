import { Screen } from '../../components/Screen';

export default function Page() {
  return <Screen>这个地方</Screen>;
}

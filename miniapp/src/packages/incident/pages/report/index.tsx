import { Screen } from '../../../../components/Screen';

export default function Page() {
  return <Screen>随手拍</Screen>;
}

import { View } from '@tarojs/components';

const ASKED = [
  ['位置', '点「用我的位置」时才问，只用来找到地方。不给，就选楼、选公共地方，或者写一句在哪里'],
  ['相机和相册', '拍照时才问。没有照片也能报'],
  ['话筒', '录音时才问。写字也一样'],
  ['微信通知', '报完事才问。不给，消息都在「消息」里'],
] as const;

/** What the phone itself asks: we keep none of these answers, so they are changed where they were given. */
export function DeviceCard() {
  return (
    <View className="card col">
      <View className="t1">用到时才问的</View>
      {ASKED.map(([what, when]) => (
        <View key={what} className="col-s">
          <View className="t2">{what}</View>
          <View className="soft">{when}</View>
        </View>
      ))}
      <View className="t3">
        {process.env.TARO_ENV === 'weapp'
          ? '想改，请点右上角「⋯」里的「设置」'
          : '想改，请到浏览器的网站设置里改'}
      </View>
    </View>
  );
}

import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Button } from '../../../../components/Button';
import { Wrong } from '../../../../components/Wrong';
import { useAskForExport } from '../../../../features/privacy/hooks';
import { sentence } from '../../../../request/refusal';

/** A copy of everything, to read and to take along. */
export function ExportCard() {
  const ask = useAskForExport();
  return (
    <View className="card col" id="export">
      <View className="t1">带走一份</View>
      <View className="soft">
        给您两个链接：一个能直接看，一个给电脑用。一天后失效，退出登录也会失效。别转给别人。
      </View>
      <Wrong words={ask.isError ? sentence(ask.error) : undefined} />
      {ask.data ? (
        <View className="row wrap">
          <LinkButton id="export-html" words="看的那份" link={ask.data.html} />
          <LinkButton id="export-json" words="电脑用的那份" link={ask.data.json} />
        </View>
      ) : (
        <Button kind="soft" id="ask-export" busy={ask.isPending} onTap={() => ask.mutate()}>
          {ask.isPending ? '正在准备' : '准备一份'}
        </Button>
      )}
    </View>
  );
}

/** WeChat opens no files of this kind, so there the address is copied for a browser. */
function LinkButton({ id, words, link }: { id: string; words: string; link: string }) {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <a className="btn btn-soft btn-small" id={id} href={link} download>
        {words}
      </a>
    );
  }
  return (
    <Button kind="soft" small id={id} onTap={() => void copy(link)}>
      复制{words}的链接
    </Button>
  );
}

async function copy(link: string): Promise<void> {
  await Taro.setClipboardData({ data: link });
  void Taro.showToast({ title: '复制好了，到浏览器里打开', icon: 'none' });
}

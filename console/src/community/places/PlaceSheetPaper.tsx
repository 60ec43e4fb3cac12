import { phoneWords } from '@linli/shared';
import { QRCode } from 'antd';
import type { PlaceSheet } from '../../api/contract';
import { BrandMark } from '../../shell/BrandMark';

/** As large as the paper's own measure, not the component's. */
const FILL = { width: '100%', height: '100%' };
/** Half the square may be scratched or in the rain and it still reads. */
const ERROR_LEVEL = 'Q';

/** What hangs at the door: what it is for, the square, where this is, whom to call instead, and the code for who has to type it. */
export function PlaceSheetPaper({
  place,
  communityName,
  dutyPhone,
}: {
  place: PlaceSheet;
  communityName: string;
  dutyPhone: string | null;
}) {
  return (
    <article className="paper" aria-label={place.label}>
      <header className="paper-head">
        <BrandMark />
        {communityName} · 邻里共治
      </header>
      <h2>有事扫一扫</h2>
      <p className="paper-lead">灯坏了、井盖松了、堵水了，拍张照就能说，看得到谁在办、还要多久</p>
      <div className="paper-qr">
        <QRCode
          type="svg"
          value={place.link}
          errorLevel={ERROR_LEVEL}
          color="#000000"
          bgColor="#ffffff"
          bordered={false}
          marginSize={4}
          style={FILL}
        />
      </div>
      <div className="paper-place">
        <b>{place.label}</b>
        <span>{place.address}</span>
      </div>
      <footer className="paper-foot">
        <span>微信扫一扫，或者用手机相机</span>
        {dutyPhone !== null && (
          <span>
            不会扫，打社区电话 <b>{phoneWords(dutyPhone)}</b>
          </span>
        )}
        <span>
          这里的码 <b className="paper-code">{place.code}</b>
        </span>
        <b>着火、救人、报警，先打 119、120、110</b>
      </footer>
    </article>
  );
}

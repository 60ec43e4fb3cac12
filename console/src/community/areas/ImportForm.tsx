import type { CoordinateSystem } from '@linli/shared';
import { Button, Modal, Radio } from 'antd';
import { Upload } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { MapPlan } from '../../api/contract';
import { Field } from '../../forms/Field';
import { Wrong } from '../../forms/Wrong';
import { GEOJSON_LIMITS, parsed, readGeoJson, systemOf, WrongFile } from './geojson';
import type { PlanDraft } from './plan-draft';
import { type ImportedPlan, importedInto, type OutlinesAre } from './plan-import';
import { openRings } from './plan-shape';

interface ImportFormProps {
  plan: MapPlan;
  draft: PlanDraft;
  onImport: (draft: PlanDraft) => void;
  onClose: () => void;
}

interface Chosen {
  name: string;
  text: string;
}

/** A map drawn elsewhere, put onto this one to be looked at, corrected and checked before anything is saved. */
export function ImportForm({ plan, draft, onImport, onClose }: ImportFormProps) {
  const [file, setFile] = useState<Chosen | null>(null);
  const [unread, setUnread] = useState<string | null>(null);
  const [system, setSystem] = useState<CoordinateSystem>('wgs84');
  const [outlinesAre, setOutlinesAre] = useState<OutlinesAre>(
    draft.community.polygon.length === 0 ? 'community' : 'grid',
  );
  const input = useRef<HTMLInputElement>(null);
  const read = useMemo(() => {
    if (file === null) return null;
    try {
      const codes = { community: plan.community.code, retired: plan.retiredCodes };
      const around = plan.neighbours.map(({ polygon }) => openRings(polygon));
      return importedInto(draft, readGeoJson(file.text, system), outlinesAre, codes, around);
    } catch (error) {
      if (error instanceof WrongFile) return error.message;
      throw error;
    }
  }, [file, system, outlinesAre, draft, plan]);
  async function take(chosen: File): Promise<void> {
    setFile(null);
    setUnread(null);
    if (chosen.size > GEOJSON_LIMITS.bytes) {
      setUnread(
        `文件有 ${(chosen.size / 1e6).toFixed(1)} MB，最多 ${GEOJSON_LIMITS.bytes / 1e6} MB，请先简化再导入`,
      );
      return;
    }
    try {
      const text = await chosen.text();
      const said = systemOf(parsed(text));
      if (said !== null) setSystem(said);
      setFile({ name: chosen.name, text });
    } catch (error) {
      setUnread(error instanceof WrongFile ? error.message : '没有读到这个文件，请重新选');
    }
  }
  const wrong = unread ?? (typeof read === 'string' ? read : null);
  const result = read !== null && typeof read !== 'string' ? read : null;
  return (
    <Modal
      open
      title="导入 GeoJSON"
      okText="放到地图上"
      cancelText="先不导入"
      okButtonProps={{ disabled: result === null }}
      onOk={() => result && onImport(result.draft)}
      onCancel={onClose}
    >
      <div className="people-form">
        <p className="note-text">
          面是网格或者社区的边界，点是楼。名字和地图上一样的会换成文件里的样子，其余的不动。放上去以后先检查，再保存。
        </p>
        <div className="row">
          <input
            ref={input}
            id="areas-file"
            type="file"
            hidden
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={(e) => {
              const [chosen] = e.target.files ?? [];
              if (chosen) void take(chosen);
              e.target.value = '';
            }}
          />
          <Button icon={<Upload />} onClick={() => input.current?.click()}>
            {file ? '换一个文件' : '选文件'}
          </Button>
          {file && <span className="note-text">{file.name}</span>}
        </div>
        <Field label="文件用的是哪种坐标">
          <Radio.Group value={system} onChange={(e) => setSystem(e.target.value as CoordinateSystem)}>
            <Radio value="wgs84">WGS-84、CGCS2000（测绘、GPS）</Radio>
            <Radio value="gcj02">GCJ-02（高德、腾讯，本系统导出的）</Radio>
          </Radio.Group>
        </Field>
        <Field label="没有注明的面是什么">
          <Radio.Group value={outlinesAre} onChange={(e) => setOutlinesAre(e.target.value as OutlinesAre)}>
            <Radio value="community">社区的边界</Radio>
            <Radio value="grid">网格</Radio>
          </Radio.Group>
        </Field>
        <Wrong says={wrong} />
        {result && (
          <div className="areas-consequences" role="status">
            <p>读到了{wordsOf(result.counts)}。</p>
            {result.remarks.map((remark) => (
              <p key={remark}>{remark}。</p>
            ))}
          </div>
        )}
      </div>
    </Modal>
  );
}

function wordsOf({ community, newGrids, redrawnGrids, estates, buildings }: ImportedPlan['counts']): string {
  return [
    ...(community ? ['社区的边界'] : []),
    ...(newGrids > 0 ? [` ${newGrids} 个新网格`] : []),
    ...(redrawnGrids > 0 ? [` ${redrawnGrids} 个网格的新边界`] : []),
    ...(estates > 0 ? [` ${estates} 个新小区`] : []),
    ...(buildings > 0 ? [` ${buildings} 栋楼`] : []),
  ]
    .join('、')
    .replaceAll('、 ', '、');
}

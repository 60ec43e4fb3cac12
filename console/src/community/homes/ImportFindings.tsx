import type { HomeImport, HomeImportRow } from '../../api/contract';

type Findings = NonNullable<HomeImport['findings']>;

/** What was found in the file: first what keeps it out, else what would change. */
export function ImportFindings({ findings, rowCount }: { findings: Findings; rowCount: number }) {
  const { sheet, sumRows, problemRows, problems, missingBuildings, notes, noteRows, counts } = findings;
  const { changes, changeKinds } = findings;
  const read = `${sheet === null ? '' : `表格里有几张表，读的是「${sheet}」。`}读了 ${rowCount} 行${sumRows === 0 ? '' : `（另有 ${sumRows} 行是合计或小计，跳过了）`}`;
  if (problemRows > 0)
    return (
      <>
        <p className="notice wait" role="alert">
          {read}，有 {problemRows} 行要改。改好之前一户也不会写入。
        </p>
        {missingBuildings.length > 0 && (
          <p>
            <b>缺这些楼</b>：
            {missingBuildings
              .map(({ estate, building, rows }) => `${estate} ${building}（${rows} 行）`)
              .join('、')}
            。请先在「区域」里加上，或者改正楼栋的写法。
          </p>
        )}
        <Rows label="要改的地方" rows={problems} all={problemRows} wrong />
      </>
    );
  return (
    <>
      <p role="status">
        {read}，{counts.homes} 户：新增 {counts.newHomes} 户，有变化 {counts.changedHomes} 户，不变{' '}
        {counts.unchangedHomes} 户。不再是产权人 {counts.endedOwners} 位，新增产权人 {counts.newOwners}{' '}
        位，改动 {counts.changedOwners} 位。
        {counts.newEntrances > 0 && `会新建 ${counts.newEntrances} 个单元。`}
      </p>
      {noteRows > 0 && <Rows label="顺便说一声" rows={notes} all={noteRows} />}
      {KINDS.map(({ kind, title }) => {
        const homes = changeKinds[kind];
        return (
          homes > 0 && (
            <Rows
              key={kind}
              label={`${title}，${homes} 户`}
              rows={changes.filter((one) => one.kind === kind)}
              all={homes}
              unit="户"
              column="会改变什么"
              wrong={kind === 'ended'}
            />
          )
        );
      })}
    </>
  );
}

/** What matters most first: whose title ends, who is new, anything else. */
const KINDS: { kind: keyof Findings['changeKinds']; title: string }[] = [
  { kind: 'ended', title: '有人不再是产权人' },
  { kind: 'new', title: '有新的产权人' },
  { kind: 'other', title: '其他变化' },
];

interface RowsProps {
  label: string;
  rows: HomeImportRow[];
  /** Of them the first are shown. */
  all: number;
  unit?: string;
  column?: string;
  wrong?: boolean;
}

function Rows({ label, rows, all, unit = '行', column = label, wrong }: RowsProps) {
  return (
    <section className="import-rows" aria-label={label}>
      <b>{label}</b>
      {all > rows.length && (
        <span className="note-text">
          {' '}
          一共 {all} {unit}，先列出 {rows.length} {unit}
        </span>
      )}
      <table>
        <thead>
          <tr>
            <th>行</th>
            <th>房屋</th>
            <th>{column}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, label: home, words }) => (
            <tr key={row} className={wrong ? 'wrong' : ''}>
              <td>{row}</td>
              <td>{home}</td>
              <td>{words.join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

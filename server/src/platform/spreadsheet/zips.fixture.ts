import { deflateRawSync } from 'node:zlib';

/** A zip of these parts, small enough to read; `says` is how long each pretends to be when unpacked. */
export function zipOf(parts: Record<string, string>, { says }: { says?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let start = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(content), { level: 9 });
    const size = says ?? Buffer.byteLength(content);
    const header = (
      bytes: number,
      signature: number,
      at: { sizes: number; name: number; method: number },
    ) => {
      const part = Buffer.alloc(bytes);
      part.writeUInt32LE(signature, 0);
      part.writeUInt16LE(8, at.method);
      part.writeUInt32LE(packed.length, at.sizes);
      part.writeUInt32LE(size, at.sizes + 4);
      part.writeUInt16LE(name.length, at.name);
      return part;
    };
    const local = Buffer.concat([
      header(30, 0x04034b50, { sizes: 18, name: 26, method: 8 }),
      Buffer.from(name),
      packed,
    ]);
    const entry = header(46, 0x02014b50, { sizes: 20, name: 28, method: 10 });
    entry.writeUInt32LE(start, 42);
    locals.push(local);
    entries.push(entry, Buffer.from(name));
    start += local.length;
  }
  const end = Buffer.alloc(22);
  const many = Object.keys(parts).length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(many, 8);
  end.writeUInt16LE(many, 10);
  end.writeUInt32LE(Buffer.concat(entries).length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An .xlsx written by hand, for sizes at which writing one properly would take longer than what is tried. */
export function workbookOf(rows: Iterable<string>): Buffer {
  const relation = (type: string, target: string) =>
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${DOCUMENT}/${type}" Target="${target}"/></Relationships>`;
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns="${SHEETS}" xmlns:r="${DOCUMENT}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${SHEETS}"><sheetData>${[...rows].join('')}</sheetData></worksheet>`,
  });
}

/** One row of texts, as it stands in the file. */
export const rowOf = (at: number, cells: readonly string[]): string =>
  `<row r="${at}">${cells
    .map(
      (text, index) =>
        `<c r="${String.fromCharCode(65 + index)}${at}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    .join('')}</row>`;

import assert from 'node:assert/strict';
import { auditDetailsOf, auditDetailWords } from '@linli/shared';
import type { Connection } from 'mysql2/promise';

const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * Whatever this spec made the server write down is said in words: who adds a detail and no word for it leaves the auditor
 * with a key nobody knows. Asked when a database goes, so that every spec looks after its own.
 */
export async function assertAuditIsInWords(connection: Connection): Promise<void> {
  const [tables] = await connection.query("show tables like 'audit_entry'");
  if ((tables as unknown[]).length === 0) return;
  const [rows] = await connection.query(
    `select action, min(details) as details from (
       select action, cast(details as char) as details, regexp_replace(cast(details as char), '${ID}', '') as kind
         from audit_entry where details <> '{}') e
      group by action, kind`,
  );
  const silent = (rows as { action: string; details: string }[]).flatMap((row) => wordless(row));
  assert.deepEqual([...new Set(silent)], [], 'say these in shared/src/audit/audit.details.ts');
}

/** The keys without a word, and the codes that a reader would be shown as they are. */
function wordless({ action, details }: { action: string; details: string }): string[] {
  const kept = JSON.parse(details) as Record<string, string | number | boolean | null>;
  const known = auditDetailsOf(action);
  return auditDetailWords({ action, details: kept, names: {} }).flatMap(({ key, words }) => {
    const detail = known[key];
    if (detail === undefined) return [`${action} ${key}`];
    const value = kept[key];
    const coded = typeof value === 'string' && detail.of === undefined && !/\d{3}/.test(value);
    return coded && !/[一-鿿]/.test(words) ? [`${action} ${key}: ${value}`] : [];
  });
}

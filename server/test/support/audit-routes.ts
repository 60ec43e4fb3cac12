import { always, open, type RouteTable } from './attempts.js';

/** What only auditors read; there is no route that changes an entry or takes one away. */
export function auditRoutes(): RouteTable {
  return {
    'GET /api/audit/entries': open('/api/audit/entries'),
    'GET /api/audit/export': open('/api/audit/export?action=audit.export'),
    'GET /api/audit/roots': open('/api/audit/roots'),
    'POST /api/audit/checks': [always({ status: 200 }, () => ({ path: '/api/audit/checks', body: {} }))],
  };
}

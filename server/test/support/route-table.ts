import { accountRoutes } from './account-routes.js';
import { areaRoutes } from './area-routes.js';
import type { RouteTable } from './attempts.js';
import { auditRoutes } from './audit-routes.js';
import { clockRoutes } from './clock-routes.js';
import { contactRoutes } from './contact-routes.js';
import { homeRoutes } from './home-routes.js';
import { hotlineRoutes } from './hotline-routes.js';
import { householdRoutes } from './household-routes.js';
import { identityRoutes } from './identity-routes.js';
import { incidentActionRoutes } from './incident-action-routes.js';
import { incidentRoutes } from './incident-routes.js';
import { messageRoutes } from './message-routes.js';
import type { Neighbourhood } from './neighbourhood.js';
import { noticeRoutes } from './notice-routes.js';
import { organisationRoutes } from './organisation-routes.js';
import { peopleMergeRoutes } from './people-merge-routes.js';
import { photoRoutes } from './photo-routes.js';
import { placeRoutes } from './place-routes.js';
import { platformRoutes } from './platform-routes.js';
import { privacyRoutes } from './privacy-routes.js';
import { staffRoutes } from './staff-routes.js';
import { standingsIn } from './standings.js';
import { taskRoutes } from './task-routes.js';
import { voiceRoutes } from './voice-routes.js';

/** Every route of the application, each with what somebody inside, outside or uninvolved should get from it. */
export async function routeTable(here: Neighbourhood): Promise<RouteTable> {
  const standings = await standingsIn(here);
  return {
    ...platformRoutes(),
    ...auditRoutes(),
    ...identityRoutes(here),
    ...(await accountRoutes(here)),
    ...areaRoutes(here),
    ...(await placeRoutes(here, standings)),
    ...(await photoRoutes(here)),
    ...(await voiceRoutes(here)),
    ...clockRoutes(here),
    ...contactRoutes(here, standings),
    ...(await incidentRoutes(here, standings)),
    ...(await incidentActionRoutes(here, standings)),
    ...privacyRoutes(here),
    ...(await staffRoutes(here, standings)),
    ...(await organisationRoutes(here, standings)),
    ...(await peopleMergeRoutes(here, standings)),
    ...(await taskRoutes(here, standings)),
    ...(await messageRoutes(here, standings)),
    ...(await noticeRoutes(here, standings)),
    ...(await hotlineRoutes(here, standings)),
    ...(await householdRoutes(here, standings)),
    ...(await homeRoutes(here, standings)),
  };
}

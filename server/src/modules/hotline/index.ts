import { HotlineActionRow } from './hotline-action.entity.js';
import { HotlineImport } from './hotline-import.entity.js';
import { HotlineOrder } from './hotline-order.entity.js';
import { CreateHotlineOrders1765000011000 } from './migrations/1765000011000-CreateHotlineOrders.js';
import { WarnOfEachMomentOnce1765000013000 } from './migrations/1765000013000-WarnOfEachMomentOnce.js';

export { HotlineFacts } from './hotline.facts.js';
export { HotlineFollow } from './hotline.follow.js';
export { HotlineModule } from './hotline.module.js';
export { HotlineOrders } from './hotline.orders.js';
export { HotlineService } from './hotline.service.js';

export const hotlineEntities = [HotlineActionRow, HotlineImport, HotlineOrder];
export const hotlineMigrations = [CreateHotlineOrders1765000011000, WarnOfEachMomentOnce1765000013000];

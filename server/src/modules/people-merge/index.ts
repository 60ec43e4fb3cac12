export { PeopleMergeModule } from './people-merge.module.js';

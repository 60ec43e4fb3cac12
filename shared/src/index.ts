export * from './identity/permissions.js';
export * from './ids/uuidv7.js';
export * from './incident/clock.words.js';
export * from './incident/incident.states.js';
export * from './incident/time.words.js';
export * from './limits.js';
export * from './problem.js';

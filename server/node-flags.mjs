/**
 * How Node runs the server, wherever it is started: `npm start`, the tests, the bench, a supervisor (docs/operations.md).
 *
 * By default V8 sweeps away what requests leave behind with several threads at once. That pays for large heaps on many cores; ours
 * is small, and on two cores the threads take time from the database and wait for one another (docs/performance.md).
 */
export const NODE_FLAGS = ['--no-parallel-scavenge'];

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process id alone may have been given to someone else since; a process id with its start time cannot.
 * Returns null when no such process runs.
 */
export function startTimeOf(pid) {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // The command, in brackets, may itself hold spaces and brackets: count fields after the last one.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const state = fields[0];
      return state === 'Z' || state === 'X' ? null : `${fields[19]}`;
    } catch {
      return null;
    }
  }
  return ps(pid, 'lstart=');
}

/** The whole command line of a process, or an empty string. */
export const commandLineOf = (pid) => ps(pid, 'args=') ?? '';

export const isStill = ({ pid, startTime }) => startTime !== null && startTimeOf(pid) === startTime;

function ps(pid, field) {
  if (field === 'args=' && process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return null;
    }
  }
  try {
    return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

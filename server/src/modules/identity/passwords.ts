import { Algorithm, hash, verify } from '@node-rs/argon2';

// The first recommendation of OWASP for argon2id: 19 MiB, two passes.
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export function passwordMatches(secretHash: string, password: string): Promise<boolean> {
  return verify(secretHash, password);
}

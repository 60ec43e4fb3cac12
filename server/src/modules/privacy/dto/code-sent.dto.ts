export class CodeSentDto {
  expiresAt: string;
  resendAfterSeconds: number;
  /** Only in the demo, which has no SMS. */
  demoCode?: string;
}

/** Says how far the demo is, in parts that each take their share of the whole. */
export class Progress {
  private done = 0;
  private readonly all: number;
  private readonly startedAt = Date.now();

  /** @param weights how long each part takes beside the others */
  constructor(
    private readonly say: (text: string) => void,
    private readonly weights: Readonly<Record<string, number>>,
  ) {
    this.all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  }

  /** Does one part. What it gives back in words is said of it at its end; `at` says how much of it is done. */
  async part<Result>(
    title: string,
    work: (at: (share: number) => void) => Promise<Result>,
    words: (result: Result) => string,
  ): Promise<Result> {
    const weight = this.weights[title] ?? 0;
    const startedAt = Date.now();
    let last = 0;
    const result = await work((share) => {
      const percent = this.percent(share * weight);
      if (percent >= last + 5) this.say(`${percent}% ${title}…`);
      if (percent >= last + 5) last = percent;
    });
    this.done += weight;
    const seconds = ((Date.now() - startedAt) / 1_000).toFixed(1);
    this.say(`${this.percent(0)}% ${title}：${words(result)}（${seconds} 秒）`);
    return result;
  }

  end(): void {
    const { user, system } = process.cpuUsage();
    const seconds = (ms: number) => (ms / 1_000).toFixed(1);
    this.say(
      `一共 ${seconds(Date.now() - this.startedAt)} 秒，其中自己算了 ${seconds((user + system) / 1_000)} 秒`,
    );
  }

  private percent(more: number): number {
    return Math.floor(((this.done + more) / this.all) * 100);
  }
}

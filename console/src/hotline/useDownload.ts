import { App } from 'antd';
import { useState } from 'react';
import { answered } from '../api/answered';
import { asProblem } from '../api/problem';

type FileAnswer = Promise<{ data?: Blob; error?: unknown; response: Response }>;

/** Saves a file that only somebody signed in may get, so that a plain link would not do. */
export function useDownload() {
  const { message } = App.useApp();
  const [loading, setLoading] = useState(false);
  async function download(ask: () => FileAnswer, name: string): Promise<void> {
    setLoading(true);
    try {
      const address = URL.createObjectURL(await answered(ask()));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (error) {
      void message.error(asProblem(error).title);
    } finally {
      setLoading(false);
    }
  }
  return { loading, download };
}

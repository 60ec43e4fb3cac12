import './request/abort-controller';
import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type PropsWithChildren } from 'react';
import { askInOurWords } from './features/privacy/wechat-consent';
import { queryClient } from './request/query-client';
import './app.css';

askInOurWords();

export default function App({ children }: PropsWithChildren) {
  return createElement(QueryClientProvider, { client: queryClient }, children);
}

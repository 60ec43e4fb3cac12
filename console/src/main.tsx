import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import '@linli/shared/tokens.css';
import './theme/measures.css';
import './theme/base.css';
import { AppRoutes } from './AppRoutes';
import { queryClient } from './api/query-client';
import { forgetWhenPersonChanges } from './session/forget-on-change';
import { CrashBoundary } from './shell/CrashBoundary';
import { wakeOnFirstTouch } from './sound/chime';
import { ThemeProvider } from './theme/ThemeProvider';

forgetWhenPersonChanges(queryClient);
wakeOnFirstTouch();

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <BrowserRouter basename="/console">
          <CrashBoundary>
            <AppRoutes />
          </CrashBoundary>
        </BrowserRouter>
      </ThemeProvider>
    </QueryClientProvider>
  </StrictMode>,
);

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/theme.css';
import './crew.css';
import { CrewPage } from './CrewPage';
import { CrewStore } from './crewStore';
import { registerServiceWorker } from './serviceWorkerClient';
import { CrewContext } from './useCrew';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
const store = new CrewStore();
createRoot(root).render(
  <StrictMode>
    <CrewContext value={store}>
      <CrewPage />
    </CrewContext>
  </StrictMode>,
);
void store.open();
if (import.meta.env.PROD) void registerServiceWorker();

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './features/desk/Desk';
import { language } from './i18n/language';
import './ui/theme.css';
import './ui/parts.css';

document.documentElement.lang = language();
const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <Desk />
  </StrictMode>,
);

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../ui/theme.css';
import './figures.css';
import { FiguresPage } from './FiguresPage';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <FiguresPage />
  </StrictMode>,
);

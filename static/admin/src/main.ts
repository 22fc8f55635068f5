import { z } from 'zod';

// The page's content security policy forbids making code from text, which zod would else try with the
// first schema; hence no module with a schema may run before this line.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root !== null) void import('./start-page').then(({ startPage }) => startPage(root));

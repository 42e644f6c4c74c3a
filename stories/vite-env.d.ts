/** Types of files imported as text: `?raw`, `?inline`, `import.meta.glob`. */
/// <reference types="vite/client" />

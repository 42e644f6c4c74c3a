/** Files that the bundler hands over as text: `?raw`, `?inline`, `import.meta.glob`. */
/// <reference types="vite/client" />

// Its own types are for Express and would add a dozen packages.
declare module 'compression' {
  import type { Connect } from 'vite';
  export default function compression(): Connect.NextHandleFunction;
}

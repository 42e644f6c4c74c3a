/** Registers both elements. */
import './define/stance-matrix.js';
import './define/source-disagreement.js';

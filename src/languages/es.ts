import { addLanguage } from '../wording/language-registry.js';
import { spanish } from '../wording/spanish.js';

addLanguage('es', spanish);

import { addLanguage } from '../wording/add-language.js';
import { spanish } from '../wording/spanish.js';

addLanguage('es', spanish);

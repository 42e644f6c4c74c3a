import { addLanguage } from '../wording/language-registry.js';
import { french } from '../wording/french.js';

addLanguage('fr', french);

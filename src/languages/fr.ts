import { addLanguage } from '../wording/add-language.js';
import { french } from '../wording/french.js';

addLanguage('fr', french);

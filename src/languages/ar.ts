import { addLanguage } from '../wording/add-language.js';
import { arabic } from '../wording/arabic.js';

addLanguage('ar', arabic);

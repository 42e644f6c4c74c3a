import { addLanguage } from '../wording/language-registry.js';
import { arabic } from '../wording/arabic.js';

addLanguage('ar', arabic);

import { addLanguage } from '../wording/language-registry.js';
import { german } from '../wording/german.js';

addLanguage('de', german);

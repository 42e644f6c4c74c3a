import { addLanguage } from '../wording/add-language.js';
import { german } from '../wording/german.js';

addLanguage('de', german);

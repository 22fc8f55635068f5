import { caseTexts } from './en/case';
import { caseListTexts } from './en/cases';
import { errorTexts } from './en/errors';
import { recordTexts } from './en/records';
import { scanTexts } from './en/scan';
import { setupTexts } from './en/setup';
import { shellTexts } from './en/shell';
import { sourceTexts } from './en/sources';
import { wordTexts } from './en/words';

export const en = {
  ...shellTexts,
  ...wordTexts,
  ...errorTexts,
  ...scanTexts,
  ...caseListTexts,
  ...caseTexts,
  ...sourceTexts,
  ...recordTexts,
  ...setupTexts,
} as const;

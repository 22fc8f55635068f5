import { caseTexts } from './en/case';
import { caseListTexts } from './en/cases';
import { decideTexts } from './en/decide';
import { deskTexts } from './en/desk';
import { errorTexts } from './en/errors';
import { evidenceTexts } from './en/evidence';
import { handedOverTexts } from './en/handed-over';
import { helpTexts } from './en/help';
import { itemTexts } from './en/item';
import { overviewTexts } from './en/overview';
import { recordWordTexts } from './en/record-words';
import { recordTexts } from './en/records';
import { reviewTexts } from './en/review';
import { reviewWordTexts } from './en/review-words';
import { savingTexts } from './en/savings';
import { scanTexts } from './en/scan';
import { setupTexts } from './en/setup';
import { setupCheckTexts } from './en/setup-checks';
import { shellTexts } from './en/shell';
import { sourceTexts } from './en/source';
import { sourceListTexts } from './en/sources';
import { wordTexts } from './en/words';

export const en = {
  ...shellTexts,
  ...helpTexts,
  ...wordTexts,
  ...reviewWordTexts,
  ...recordWordTexts,
  ...errorTexts,
  ...scanTexts,
  ...overviewTexts,
  ...reviewTexts,
  ...itemTexts,
  ...caseListTexts,
  ...caseTexts,
  ...decideTexts,
  ...sourceListTexts,
  ...sourceTexts,
  ...handedOverTexts,
  ...deskTexts,
  ...savingTexts,
  ...recordTexts,
  ...evidenceTexts,
  ...setupTexts,
  ...setupCheckTexts,
} as const;

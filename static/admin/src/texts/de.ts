import { tellerOfSentences } from './app-sentences';
import { appDictionary } from './de/app-sentences';
import { caseTexts } from './de/case';
import { caseListTexts } from './de/cases';
import { decideTexts } from './de/decide';
import { deskTexts } from './de/desk';
import { errorTexts } from './de/errors';
import { evidenceTexts } from './de/evidence';
import { handedOverTexts } from './de/handed-over';
import { helpTexts } from './de/help';
import { itemTexts } from './de/item';
import { overviewTexts } from './de/overview';
import { recordWordTexts } from './de/record-words';
import { recordTexts } from './de/records';
import { reviewTexts } from './de/review';
import { reviewWordTexts } from './de/review-words';
import { savingTexts } from './de/savings';
import { scanTexts } from './de/scan';
import { setupTexts } from './de/setup';
import { setupCheckTexts } from './de/setup-checks';
import { shellTexts } from './de/shell';
import { sourceTexts } from './de/source';
import { sourceListTexts } from './de/sources';
import { wordTexts } from './de/words';
import { type Language, type Texts } from './texts';

/**
 * One word per thing here too: seat Platz, path Pfad, source Quelle, owner Eigentümer, steward
 * verantwortliche Person, identity owner IdP-Verantwortung, route-out Übergabe, queue Prüfliste, item
 * Prüfpunkt, backlog Rückstand, record Eintrag, standing decision Dauerentscheidung, exception Ausnahme, hold
 * Zurückstellung, keep Belassen, redesign Umbau, protection Schutzregel, bulk Sammelentscheidung, override
 * Eingriff, boundary exception Grenzausnahme, edit Änderung, attest attestieren, refuse abweisen, decline
 * ablehnen, void hinfällig, ledger Bestandsbuch, issue Vorgang, plan Tarif.
 */
export const de = {
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
} as const satisfies Texts;

/** What the app says, in German. */
export const appSentences: Language['appSentences'] = (format) => tellerOfSentences(appDictionary, format);

import { type AppDictionary } from '../app-dictionary';
import { changeSentences } from './app-sentences/changes';
import { editSentences } from './app-sentences/edits-by-hand';
import { entryPhrases, entrySentences } from './app-sentences/entries';
import { factPhrases, factSentences } from './app-sentences/facts';
import { findingSentences } from './app-sentences/findings';
import { sentencesOfHelp } from './app-sentences/from-help';
import { keySentences } from './app-sentences/keys';
import { lackingPhrases, lackingSentences } from './app-sentences/lacking';
import { lanePhrases, laneSentences } from './app-sentences/lanes';
import { notThereSentences } from './app-sentences/not-there';
import { pathPhrases, pathSentences } from './app-sentences/paths';
import { poolSentences } from './app-sentences/pools';
import { protectionSentences } from './app-sentences/protections';
import { queueSentences } from './app-sentences/queue';
import { refusalPhrases, refusalSentences } from './app-sentences/refusals';
import { requestSentences } from './app-sentences/requests';
import { returnSentences } from './app-sentences/returns';
import { scanPhrases, scanSentences } from './app-sentences/scans';
import { seatPhrases, seatSentences } from './app-sentences/seats';
import { sourcePhrases, sourceSentences } from './app-sentences/sources';

/** What the app says, in German. Records and evidence keep the English: it is translated where it is shown. */
export const appDictionary: AppDictionary = {
  sentences: {
    ...seatSentences,
    ...pathSentences,
    ...entrySentences,
    ...laneSentences,
    ...findingSentences,
    ...factSentences,
    ...editSentences,
    ...lackingSentences,
    ...returnSentences,
    ...changeSentences,
    ...keySentences,
    ...poolSentences,
    ...protectionSentences,
    ...queueSentences,
    ...requestSentences,
    ...scanSentences,
    ...sourceSentences,
    ...refusalSentences,
    ...notThereSentences,
    ...sentencesOfHelp,
  },
  phrases: {
    ...seatPhrases,
    ...pathPhrases,
    ...entryPhrases,
    ...lanePhrases,
    ...factPhrases,
    ...lackingPhrases,
    ...sourcePhrases,
    ...scanPhrases,
    ...refusalPhrases,
  },
};

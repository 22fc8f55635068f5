import { type AppDictionary } from '../app-dictionary';
import { editSentences } from './app-sentences/edits-by-hand';
import { entryPhrases, entrySentences } from './app-sentences/entries';
import { factPhrases, factSentences } from './app-sentences/facts';
import { findingSentences } from './app-sentences/findings';
import { sentencesOfHelp } from './app-sentences/from-help';
import { lackingPhrases, lackingSentences } from './app-sentences/lacking';
import { lanePhrases, laneSentences } from './app-sentences/lanes';
import { pathPhrases, pathSentences } from './app-sentences/paths';
import { returnSentences } from './app-sentences/returns';
import { seatPhrases, seatSentences } from './app-sentences/seats';

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
    ...sentencesOfHelp,
  },
  phrases: {
    ...seatPhrases,
    ...pathPhrases,
    ...entryPhrases,
    ...lanePhrases,
    ...factPhrases,
    ...lackingPhrases,
  },
};

import { type Sayings } from '../../app-dictionary';

/** What is asked for and is not there, or not any more. */
export const notThereSentences = {
  'There is no such route-out.': 'Eine solche Übergabe gibt es nicht.',
  'There is no such review.': 'Eine solche Prüfung gibt es nicht.',
  'There is no such review, or it has not ended yet.':
    'Eine solche Prüfung gibt es nicht, oder sie ist noch nicht beendet.',
  'There is no such record.': 'Einen solchen Eintrag gibt es nicht.',
  'There is no such pool.': 'Einen solchen Pool gibt es nicht.',
  'There is no such issue.': 'Einen solchen Vorgang gibt es nicht.',
  'There is no such bulk decision.': 'Eine solche Sammelentscheidung gibt es nicht.',
  'This review has no such item.': 'Diese Prüfung hat keinen solchen Prüfpunkt.',
  'The ledger of this review is not kept any more.':
    'Das Bestandsbuch dieser Prüfung ist nicht mehr vorhanden.',
  'The last scan found no such product.': 'Der letzte Scan hat kein solches Produkt gefunden.',
  'The last scan found no such path of this account.':
    'Der letzte Scan hat keinen solchen Pfad dieses Kontos gefunden.',
  'The last scan found no such group that grants a product.':
    'Der letzte Scan hat keine solche Gruppe gefunden, die ein Produkt gewährt.',
  'The last scan found no such group on this product.':
    'Der letzte Scan hat keine solche Gruppe auf diesem Produkt gefunden.',
  'The last scan found no such account on this product.':
    'Der letzte Scan hat kein solches Konto auf diesem Produkt gefunden.',
  'The last scan found no product on such a site.':
    'Der letzte Scan hat auf keiner solchen Site ein Produkt gefunden.',
  'Nothing is known of such an account on this product.':
    'Über ein solches Konto auf diesem Produkt ist nichts bekannt.',
} as const satisfies Sayings;

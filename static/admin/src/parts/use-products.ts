import { type Option } from './choice';
import { useServices } from '../services';
import { useStore } from '../states/store';
import { dataOf } from '../states/view-state';

/** The products to choose from, as setup knows them. */
export function useProducts(): Option<string>[] {
  const setup = dataOf(useStore(useServices().setup));
  return (setup?.resources ?? []).map(({ ari, name }) => ({ value: ari, label: name }));
}

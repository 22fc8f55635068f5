import { CSPInjectionService, CSPProcessingService } from '@forge/csp';
import { load } from 'cheerio/slim';

const silent = { info: () => undefined };

/**
 * The policy Forge sends with an app's page, made by the real `@forge/csp`. Two lines differ: the page may be framed by
 * the local product alone, and violations are not reported to Atlassian (nothing leaves this machine).
 */
export function buildPolicy(
  html: string,
  permissions: Record<string, unknown>,
  parentOrigin: string,
): string {
  const existingCSPDetails = new CSPProcessingService(silent, load).getCspDetails(html, permissions);
  return new CSPInjectionService()
    .getInjectableCSP({ existingCSPDetails, microsEnv: 'prod' })
    .filter((line) => !line.startsWith('report-uri'))
    .map((line) => (line.startsWith('frame-ancestors') ? `frame-ancestors ${parentOrigin}` : line))
    .join('; ');
}

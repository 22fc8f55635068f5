/** One installation of the app on one site, as the caller describes it. */
export interface InstallationSpec {
  installationId: string;
  cloudId: string;
  /** For example `https://acme.atlassian.net`. */
  siteUrl: string;
  environmentId?: string;
  /** Present only for a paid app; `@forge/api` 8 reads `active`, older apps `isActive`. */
  license?: License;
}

export interface License {
  active: boolean;
  isActive?: boolean;
  type?: string;
  isEvaluation?: boolean;
  trialEndDate?: string;
  [other: string]: unknown;
}

export interface Installation extends InstallationSpec {
  environmentId: string;
  /** `ari:cloud:jira::site/<cloudId>`: what Forge calls the install context. */
  contextAri: string;
}

/** The environment of an installation whose spec names none. */
const defaultEnvironmentId = '00000000-0000-4000-8000-00000000de70';

export function toInstallation(spec: InstallationSpec): Installation {
  return {
    ...spec,
    environmentId: spec.environmentId ?? defaultEnvironmentId,
    contextAri: `ari:cloud:jira::site/${spec.cloudId}`,
  };
}

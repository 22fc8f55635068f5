/**
 * Stands in for Atlaskit's feature gate client (29 KB gzip), which asks a service that an app has no
 * account with. Never initialized, it makes every component take its default, as it does without this file.
 */
const FeatureGates = {
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
  checkGate: (): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
};

export default FeatureGates;

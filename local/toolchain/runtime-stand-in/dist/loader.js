// Forge's bundler puts the platform's runtime beside the app's code and would download it. This file takes its
// place, so that bundling needs no network. Nothing runs it, and it is never deployed: `forge deploy` bundles anew.
throw new Error(
  "This is not Forge's runtime: the bundle was made offline, to be checked, not to be deployed.",
);

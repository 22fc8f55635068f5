exports.old = 'old';

// Runs on any Node, so that a wrong one is named instead of failing somewhere deep. Plain JavaScript, no imports.
const major = Number(process.versions.node.split('.')[0]);

if (major !== 24) {
  console.error(
    `Patch Commons needs Node 24 and is running on ${process.versions.node}. Run npm ci: it brings Node 24 along for npm start and npm test.`,
  );
  process.exit(1);
}

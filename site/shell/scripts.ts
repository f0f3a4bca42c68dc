/** The scripts of pages that the API prints, each loaded only where its part of the page is. */
const draft = document.getElementById('draft');
if (draft)
  void import('#site/islands/draft-form/start.tsx').then(({ startDraftForm }) => startDraftForm(draft));

const evidence = document.getElementById('evidence');
if (evidence)
  void import('#site/islands/evidence/start-evidence.ts').then(({ startEvidence }) =>
    startEvidence(evidence),
  );

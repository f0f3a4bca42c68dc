/** The scripts of pages that the API prints, each loaded only where its part of the page is. */
const draft = document.getElementById('draft');
if (draft)
  void import('#site/islands/draft-form/start.tsx').then(({ startDraftForm }) => startDraftForm(draft));

const evidence = document.getElementById('evidence');
if (evidence)
  void import('#site/islands/evidence/start-evidence.ts').then(({ startEvidence }) =>
    startEvidence(evidence),
  );

const offering = document.getElementById('offering');
if (offering)
  void import('#site/islands/offering-form/start.tsx').then(({ startReturnedOffering }) =>
    startReturnedOffering(offering),
  );

if (document.getElementById('sent-offering'))
  void import('#site/islands/offering-form/start.tsx').then(({ forgetSentOffering }) => forgetSentOffering());

/** What the desk says among itself, and what it says to the submitter. The two are never in one list. */
import { Findings } from './Findings.tsx';
import { Recommendations } from './Recommendations.tsx';
import { DeskRemarks, SubmitterRemarks } from './Remarks.tsx';
import { Requests } from './Requests.tsx';
import { SectionHeading } from './SectionHeading.tsx';

export const ReviewSection = () => (
  <>
    <SectionHeading>Recommendations, findings and requests</SectionHeading>
    <section class="desk-audience desk-audience--desk" aria-labelledby="recommendations">
      <h3 class="desk-audience__title" id="recommendations">
        Recommendations: only the desk reads these
      </h3>
      <Recommendations />
    </section>
    <section class="desk-audience desk-audience--desk" aria-labelledby="remarks">
      <h3 class="desk-audience__title" id="remarks">
        Remarks: only the desk reads these
      </h3>
      <DeskRemarks />
    </section>
    <section class="desk-audience desk-audience--desk" aria-labelledby="findings">
      <h3 class="desk-audience__title" id="findings">
        What may give somebody away: only the desk reads this
      </h3>
      <Findings />
    </section>
    <section class="desk-audience desk-audience--submitter" aria-labelledby="requests">
      <h3 class="desk-audience__title" id="requests">
        Requests: the submitter reads these
      </h3>
      <Requests />
    </section>
    <section class="desk-audience desk-audience--submitter" aria-labelledby="to-submitter">
      <h3 class="desk-audience__title" id="to-submitter">
        Words to the submitter: the submitter reads these
      </h3>
      <SubmitterRemarks />
    </section>
  </>
);

/** What was done, for eyes and for screen readers. It is always in the page, since a region that appears with its text is not heard. */
export const Announcement = ({ text }: { text: string }) => (
  <div role="status" class="desk-announcement">
    {text && (
      <div class="usa-alert usa-alert--success usa-alert--slim">
        <div class="usa-alert__body">
          <p class="usa-alert__text">{text}</p>
        </div>
      </div>
    )}
  </div>
);

/** The heading of a part. It can take the focus when somebody goes there. */
export const SectionHeading = ({ children }: { children: string }) => (
  <h2 class="desk-section-heading" tabIndex={-1}>
    {children}
  </h2>
);

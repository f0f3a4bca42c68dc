/** The story: title, outcome, time, situation, what was done, how it ended. */
import { OUTCOME_LABELS } from '#schemas/vocabulary.ts';
import { Radios } from '../fields/Choices.tsx';
import { Group } from '../fields/Group.tsx';
import { TextArea } from '../fields/TextArea.tsx';
import { TextField } from '../fields/TextField.tsx';

export const WhatHappened = () => (
  <section aria-labelledby="form-what-happened">
    <h2 id="form-what-happened">What happened</h2>
    <TextField
      name="content.title"
      label="Title"
      hint="Say what happened in up to 120 characters, like “A VPN patch waited for the change window, and the attackers did not”"
      required
      width="xl"
    />
    <TextArea
      name="content.summary"
      label="Summary"
      hint="One or two sentences, in one paragraph. This is what others read in a list."
      required
      max={300}
      rows={3}
    />
    <Radios name="content.outcome" legend="How did it turn out?" required labels={OUTCOME_LABELS} />
    <WhenItHappened />
    <TextArea
      name="content.situation"
      label="What was the situation?"
      hint="What you ran, what had to be patched, and what made it hard. Leave out names of people and customers. Markdown works: blank lines, lists, **bold**."
      required
      max={8_000}
      rows={8}
    />
    <TextArea
      name="content.actions"
      label="What did you do?"
      hint="How it was decided, tested and rolled out, like “two rings of 50 and 400 machines, a day apart”"
      max={8_000}
      rows={8}
    />
    <TextArea
      name="content.result"
      label="How did it end?"
      hint="What worked, what did not, and what it cost"
      max={8_000}
      rows={6}
    />
  </section>
);

const WhenItHappened = () => (
  <Group
    name="content.period"
    legend="When did it happen?"
    hint="As precisely as you want to say: a year, a quarter or a month, like 2021, 2021-Q4 or 2021-12"
  >
    <TextField name="content.period.from" label="From" required width="small" />
    <TextField name="content.period.to" label="To, if it took longer" width="small" />
  </Group>
);

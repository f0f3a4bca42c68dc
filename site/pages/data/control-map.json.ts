/** Which controls each step helps to meet. The CIS Controls stand in it by number and link only. */
import type { APIRoute } from 'astro';
import { openControlMap } from '#site/oscal/load.ts';

export const GET: APIRoute = async () => {
  const { map, notes, cis } = await openControlMap();
  const steps = map.map(({ step, name, csf, sp80053 }) => ({
    step,
    name,
    csf20: csf.map(({ id }) => id),
    sp80053: sp80053.map(({ label }) => label),
  }));
  return Response.json({ licence: 'CC-BY-4.0', label: notes.label, steps, cis });
};

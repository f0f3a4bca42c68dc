/** The importance matrix as a table. Pure. */
import { ASSET_IMPORTANCE, type Measures, VULNERABILITY_IMPORTANCE } from '#schemas/maintenance-group.ts';

type CellOf = Measures['cells'][number];

/** A row for each importance of the vulnerability, most important first; in it a cell for each importance of the asset. */
export const matrixRows = ({
  cells,
}: Pick<Measures, 'cells'>): { vulnerability: string; cells: CellOf[] }[] =>
  VULNERABILITY_IMPORTANCE.toReversed().map((vulnerability) => ({
    vulnerability,
    cells: ASSET_IMPORTANCE.flatMap((asset) =>
      cells.filter((cell) => cell.vulnerability === vulnerability && cell.asset === asset),
    ),
  }));

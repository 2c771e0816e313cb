/** Names the population group of the rows that follow. */
export const GroupHead = ({ label, columns }: { label: string; columns: number }) => (
  <tr>
    <th scope="rowgroup" colSpan={columns} className="figures__group">
      {label}
    </th>
  </tr>
);

/** The sentence under what was refused or could not be had; nothing while there is none. */
export function Wrong({
  says,
  inline = false,
}: {
  says: string | false | null | undefined;
  inline?: boolean;
}) {
  if (!says) return null;
  const Line = inline ? 'span' : 'p';
  return (
    <Line className="field-error" role="alert">
      {says}
    </Line>
  );
}

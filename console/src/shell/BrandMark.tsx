/** Two roofs under one: the mark of 邻里共治. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" className="brand-mark-ground" />
      <g className="brand-mark-lines">
        <path d="M6 15.5 12.500 9l6.500 6.500" />
        <path d="M8.300 14v9.500h8.400V14" />
        <path d="M16.500 11.500 20.500 8l6.500 6.500M24.700 13v10.500h-4.500" />
      </g>
    </svg>
  );
}

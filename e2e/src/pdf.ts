/** One colour: red, green and blue from 0 to 255. */
export type Colour = readonly [number, number, number];

/** Pages as large as the programme's place for them; each is its first colour at the left and its second at the right. */
export function pdf(pages: readonly (readonly [Colour, Colour])[], width = 1040, height = 634): Buffer {
  const fill = ([r, g, b]: Colour, x: number): string =>
    `${r / 255} ${g / 255} ${b / 255} rg ${x} 0 ${width / 2} ${height} re f`;
  const contents = pages.map(([left, right]) => `${fill(left, 0)}\n${fill(right, width / 2)}`);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${3 + 2 * page} 0 R`).join(' ')}] >>`,
    ...contents.flatMap((content, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Resources << >> /Contents ${4 + 2 * page} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.lastIndexOf('xref\n0')}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** The bytes of a picture kept as a data address, for a browser to send. */
export function pictureData(dataUrl: string): Blob {
  const [head = '', body = ''] = dataUrl.split(',', 2);
  const type = /^data:([^;]+);base64$/.exec(head)?.[1];
  if (type === undefined) throw new Error('not a picture kept in a browser');
  const letters = atob(body);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Blob([bytes], { type });
}

export type Color = [red: number, green: number, blue: number, alpha: number];

/** What a shape paints at a point of the drawing; `null` outside it. */
export type Shape = (x: number, y: number) => Color | null;

/** Shapes from back to front, in units of pixels. */
export type Icon = { size: number; shapes: Shape[] };

const samplesPerSide = 8;

/** Smooth edges by many samples a pixel; returns RGBA rows. */
export function rasterize({ size, shapes }: Icon): Uint8Array {
  const rgba = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      rgba.set(averagePixel(shapes, x, y), (y * size + x) * 4);
    }
  }
  return rgba;
}

/** Colours are weighed by their opacity, so that transparent samples do not darken an edge. */
function averagePixel(shapes: Shape[], x: number, y: number): number[] {
  const sum: Color = [0, 0, 0, 0];
  for (let i = 0; i < samplesPerSide ** 2; i++) {
    const sampleX = x + ((i % samplesPerSide) + 0.5) / samplesPerSide;
    const sampleY = y + (Math.floor(i / samplesPerSide) + 0.5) / samplesPerSide;
    const [red, green, blue, alpha] = topmost(shapes, sampleX, sampleY);
    sum[0] += red * alpha;
    sum[1] += green * alpha;
    sum[2] += blue * alpha;
    sum[3] += alpha;
  }
  const [red, green, blue, alpha] = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  const opacity = (alpha / samplesPerSide ** 2) * 255;
  return [red / alpha, green / alpha, blue / alpha, opacity].map(Math.round);
}

function topmost(shapes: Shape[], x: number, y: number): Color {
  for (const shape of shapes.toReversed()) {
    const color = shape(x, y);
    if (color) return color;
  }
  return [0, 0, 0, 0];
}

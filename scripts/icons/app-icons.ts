import type { Color, Icon, Shape } from "./rasterize.ts";

/*
 * The app's two icons (Teams: Design your app icon; Microsoft: 192 × 192 in
 * colour, and 32 × 32 white on transparent): a calendar page on which three
 * people stand together.
 */

type Box = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  radius: number;
};

const white: Color = [255, 255, 255, 1];

function inBox(x: number, y: number, box: Box): boolean {
  const { left, top, right, bottom, radius } = box;
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

const filled =
  (color: Color, box: Box): Shape =>
  (x, y) =>
    inBox(x, y, box) ? color : null;

function inset(box: Box, by: number): Box {
  return {
    left: box.left + by,
    top: box.top + by,
    right: box.right - by,
    bottom: box.bottom - by,
    radius: Math.max(0, box.radius - by),
  };
}

const outlined =
  (color: Color, width: number, box: Box): Shape =>
  (x, y) =>
    inBox(x, y, box) && !inBox(x, y, inset(box, width)) ? color : null;

/** The part of a shape that lies inside a box. */
const clipped =
  (shape: Shape, box: Box): Shape =>
  (x, y) =>
    inBox(x, y, box) ? shape(x, y) : null;

const disc =
  (color: Color, centerX: number, centerY: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - centerX, y - centerY) <= radius ? color : null;

/** A head over shoulders whose lower edge is at `ground`. */
function person({
  color,
  x,
  ground,
  size,
}: {
  color: Color;
  x: number;
  ground: number;
  size: number;
}): Shape[] {
  const body: Box = {
    left: x - size * 0.5,
    right: x + size * 0.5,
    top: ground - size * 0.55,
    bottom: ground + size * 0.6,
    radius: size * 0.48,
  };
  const aboveGround: Box = { ...body, bottom: ground, radius: 0 };
  return [
    disc(color, x, ground - size * 0.88, size * 0.28),
    clipped(filled(color, body), aboveGround),
  ];
}

/** From Teams' brand purple to a deeper one, down the diagonal. */
const background: Shape = (x, y) => {
  const t = (x + y) / (192 * 2);
  const mix = (from: number, to: number) => from + (to - from) * t;
  return [mix(0x7b, 0x44), mix(0x7f, 0x3f), mix(0xe3, 0xa5), 1];
};

const page: Box = { left: 36, top: 44, right: 156, bottom: 156, radius: 16 };
const pageHead: Box = { ...page, bottom: 74, radius: 0 };
const headColor: Color = [0xe3, 0xe4, 0xfa, 1];
const ringColor: Color = [0x3a, 0x36, 0x8f, 1];

const ring = (x: number): Box => ({
  left: x - 5,
  right: x + 5,
  top: 32,
  bottom: 58,
  radius: 5,
});

export const colorIcon: Icon = {
  size: 192,
  shapes: [
    background,
    filled(white, page),
    clipped(filled(headColor, page), pageHead),
    filled(ringColor, ring(68)),
    filled(ringColor, ring(124)),
    ...person({ color: [0x2a, 0xa0, 0xa4, 1], x: 66, ground: 138, size: 34 }),
    ...person({ color: [0xe8, 0x82, 0x5d, 1], x: 126, ground: 138, size: 34 }),
    // A white edge sets the one in front apart.
    ...person({ color: white, x: 96, ground: 141, size: 50 }),
    ...person({ color: [0x5b, 0x5f, 0xc7, 1], x: 96, ground: 138, size: 42 }),
  ],
};

const smallPage: Box = { left: 3, top: 5, right: 29, bottom: 29, radius: 5 };

export const outlineIcon: Icon = {
  size: 32,
  shapes: [
    outlined(white, 2, smallPage),
    filled(white, { left: 4, right: 28, top: 10, bottom: 12, radius: 0 }),
    filled(white, { left: 9, right: 11, top: 2, bottom: 8, radius: 1 }),
    filled(white, { left: 21, right: 23, top: 2, bottom: 8, radius: 1 }),
    ...person({ color: white, x: 9.6, ground: 25, size: 6.4 }),
    ...person({ color: white, x: 22.4, ground: 25, size: 6.4 }),
    ...person({ color: white, x: 16, ground: 25, size: 8.4 }),
  ],
};

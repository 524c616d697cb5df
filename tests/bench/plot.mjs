/* How a figure grows: drawn into a file, and said in one line. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export const plain = (value) => Math.round(value).toLocaleString("en");

/* [the median, the least, the most] of some values. */
export function middle(values) {
  const sorted = [...values].sort((x, y) => x - y);
  return [sorted[sorted.length >> 1], sorted[0], sorted.at(-1)];
}

/* A plot of points [x, middle(…)], x evenly spaced and named; `say` makes text of a value. */
export function plot(file, title, points, say = plain) {
  const top = Math.max(...points.map(([, [, , most]]) => most)) || 1;
  const x = (i) => 70 + (i * 420) / Math.max(points.length - 1, 1), y = (value) => 250 - (200 * value) / top;
  const marks = points.map(([label, [median, least, most]], i) =>
    `<line x1="${x(i)}" x2="${x(i)}" y1="${y(least)}" y2="${y(most)}" stroke="#789"/><circle cx="${x(i)}" cy="${y(median)}" r="3" fill="#146"/>` +
    `<text x="${x(i)}" y="270" text-anchor="middle">${label}</text><text x="${x(i)}" y="${y(most) - 6}" text-anchor="middle">${say(median)}</text>`);
  const path = points.map(([, [median]], i) => `${i === 0 ? "M" : "L"}${x(i)} ${y(median)}`).join("");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 285" font-family="sans-serif" font-size="10">` +
    `<rect width="560" height="285" fill="#fff"/><text x="20" y="20" font-size="13">${title}</text><line x1="50" x2="520" y1="250" y2="250" stroke="#000"/>` +
    `<path d="${path}" fill="none" stroke="#146"/>${marks.join("")}</svg>\n`);
  console.log(`${title}: ${points.map(([label, [median]]) => `${label} ${say(median)}`).join(", ")}`);
}

// Waiting for something on a page that may reload by itself meanwhile.

const PATIENCE = 30_000;
const PAUSE = 50;

/**
 * Waits until a function is true in a tab or a frame, on whatever page is there by then. Puppeteer's own `waitForFunction`
 * waits for ever at times, if the page gives way to the next one just as it begins.
 */
export async function until(place, holds, ...words) {
  const end = Date.now() + PATIENCE;
  let last;
  while (Date.now() < end) {
    try {
      last = await place.evaluate(holds, ...words);
    } catch (error) {
      // The page went while it was asked.
      last = error;
    }
    if (last === true) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`after ${PATIENCE} ms of waiting for ${words}: ${last}`);
}

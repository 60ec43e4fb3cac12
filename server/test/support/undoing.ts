export type Undo = (() => Promise<void>)[];

/**
 * Opens something of many parts. Each part says how it is closed when it has been opened; closing goes backwards, and is done
 * at once when a later part fails: what is left open would keep the test's process alive, and nobody would read why.
 */
export async function undoing<Opened>(
  open: (undo: Undo, close: () => Promise<void>) => Promise<Opened>,
): Promise<Opened> {
  const undo: Undo = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return await open(undo, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/** What makes a View a button for a keyboard and a screen reader. In WeChat the component framework does it by itself. */
export function pressable(onPress: () => void) {
  if (process.env.TARO_ENV !== 'h5') return {};
  return {
    tabIndex: 0,
    onKeyDown: (event: { key: string; defaultPrevented: boolean; preventDefault(): void }) => {
      // A button within a row has already answered.
      if (event.defaultPrevented) return;
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    },
  };
}

/** In WeChat every phone has its own pages; nothing to do. */
export function keepOwnHistory(): void {}

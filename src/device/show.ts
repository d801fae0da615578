import Taro from '@tarojs/taro'

/** Scrolls the page so far that the element can be seen; nothing happens when there is none. */
export function show(id: string): void {
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 200 }).catch(() => undefined)
}

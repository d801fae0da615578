/** The parts of Taro's plugin context this plugin touches. */
interface PluginContext {
  helper: unknown
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void
}
interface Platform {
  template?: { mergeComponents(ctx: PluginContext, patch: Record<string, Record<string, string>>): void }
}

const spoken = {
  'aria-label': 'i.ariaLabel',
  'aria-role': 'i.role',
  'aria-hidden': 'i.ariaHidden',
  'aria-live': 'i.ariaLive',
}

/** Lets `aria-label`, `role`, `aria-hidden` and `aria-live` reach WeChat: Taro's page template leaves them out. */
export default function ariaPlugin(ctx: PluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => platform.template?.mergeComponents(ctx, { View: spoken }),
  })
}

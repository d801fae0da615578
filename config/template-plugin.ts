/** The parts of Taro's plugin context this plugin touches. */
interface PluginContext {
  helper: unknown
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void
}
type Attributes = Record<string, string>
interface Platform {
  template?: {
    internalComponents: Record<string, Attributes>
    mergeComponents(ctx: PluginContext, patch: Record<string, Attributes>): void
  }
}

const spoken = {
  'aria-label': 'i.ariaLabel',
  'aria-role': 'i.role',
  'aria-hidden': 'i.ariaHidden',
  'aria-live': 'i.ariaLive',
}

const touches = ['bindTouchStart', 'bindTouchMove', 'bindTouchEnd']

/** What our pages set on these two; Taro writes every attribute WeChat knows into every level of every template. */
const used: Record<string, readonly string[]> = {
  View: ['hover-class', 'hover-start-time', 'hover-stay-time', ...touches, ...Object.keys(spoken)],
  ScrollView: ['scroll-x', 'scroll-y', ...touches],
}

/**
 * Fits Taro's page templates to this app: `aria-label`, `role`, `aria-hidden` and `aria-live` of a View reach WeChat,
 * and attributes that no page sets are left out of the main package.
 */
export default function templatePlugin(ctx: PluginContext) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }) => {
      if (!template) return
      template.mergeComponents(ctx, { View: spoken })
      for (const [component, names] of Object.entries(used)) {
        const attributes = template.internalComponents[component]
        template.internalComponents[component] = Object.fromEntries(
          Object.entries(attributes).filter(([name]) => names.includes(name)),
        )
      }
    },
  })
}

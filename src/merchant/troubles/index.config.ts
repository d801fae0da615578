export default definePageConfig({ navigationBarTitleText: '没送到的', enablePullDownRefresh: true })
